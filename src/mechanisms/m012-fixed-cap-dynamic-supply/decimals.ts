import { mulCeil, mulFloor, type Ratio } from '../../primitives/ratio.ts'

/** The decimals that contracts compute with. */
const UNIT = 10n ** 18n

/** A fraction cut to 18 decimals. */
export const floorDecimals = (value: Ratio): Ratio => ({ num: mulFloor(UNIT, value), den: UNIT })

/** A fraction rounded up to 18 decimals: 1 − x, where x is cut to 18 decimals. */
export const ceilDecimals = (value: Ratio): Ratio => ({ num: mulCeil(UNIT, value), den: UNIT })
