/**
 * Every failure this SDK raises, by room: one constant a code. `problem` makes the sentence from its facts, `fix` is the way out.
 *
 * A code never changes meaning. Constants, not one big object, so that a formula bundles only the sentences it can say; files, so
 * that a page loads those of signing when it signs.
 */
export * from './errorTable/commandLine.ts'
export * from './errorTable/funding.ts'
export * from './errorTable/indexing.ts'
export * from './errorTable/input.ts'
export * from './errorTable/mechanisms.ts'
export * from './errorTable/node.ts'
export * from './errorTable/period.ts'
export * from './errorTable/sending.ts'
export * from './errorTable/sources.ts'
