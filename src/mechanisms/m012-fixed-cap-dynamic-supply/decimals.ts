import type { Ratio } from '../../primitives/ratio.ts'

/** The decimals that contracts compute with. */
const UNIT = 10n ** 18n

/** A fraction cut to 18 decimals. */
export const floorDecimals = ({ num, den }: Ratio): Ratio => ({ num: (num * UNIT) / den, den: UNIT })

/** A fraction rounded up to 18 decimals: 1 − x, where x is cut to 18 decimals. */
export const ceilDecimals = ({ num, den }: Ratio): Ratio => ({
  num: (num * UNIT + den - 1n) / den,
  den: UNIT,
})
