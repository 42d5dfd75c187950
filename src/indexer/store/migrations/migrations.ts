import { SCORES } from './scores.ts'
import { TABLES } from './tables.ts'
import { VIEWS } from './views.ts'

/** Every change of the tables, in order; one that was released never changes. */
export const MIGRATIONS: readonly (readonly string[])[] = [[...TABLES, ...VIEWS, ...SCORES]]
