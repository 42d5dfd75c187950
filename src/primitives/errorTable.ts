/**
 * Every failure this SDK raises, in one file per room and one constant per code. `problem` makes the sentence from its facts, `fix` is the way out.
 *
 * A code never changes meaning. They are constants and not one object, so that a bundle of a formula has only the sentences that it can say. Those of
 * signing and sending are imported from their own file, `errorTable/sending.ts`, and not from here: a page loads them only when it signs.
 */
export * from './errorTable/commandLine.ts'
export * from './errorTable/funding.ts'
export * from './errorTable/indexing.ts'
export * from './errorTable/input.ts'
export * from './errorTable/mechanisms.ts'
export * from './errorTable/node.ts'
export * from './errorTable/period.ts'
export * from './errorTable/sources.ts'
