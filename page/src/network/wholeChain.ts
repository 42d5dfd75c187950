import { DAY } from '../../../src/primitives/time.ts'

/** The genesis of the recorded chain is dated months before its blocks. In seconds. */
export const WHOLE_CHAIN = 400n * DAY
