import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** One statement of the specification in our own words. */
export type Statement = {
  readonly number: string
  readonly section: string
  readonly statement: string
  readonly status: 'done' | 'partial' | 'missing' | 'not for an SDK'
  /** The file that does it. */
  readonly where: string
  /** Its test: the file, and words of its title. */
  readonly test: string
  readonly title: string
  /** Why it is not done, when it is not. */
  readonly reason: string
}

/** Every statement of M012 to M015 that was found in the text, in its order. */
export const STATEMENTS: readonly Statement[] = parse(
  readFileSync(new URL('./statements.csv', import.meta.url), 'utf8'),
  { columns: true },
)
