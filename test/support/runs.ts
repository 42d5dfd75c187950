/** True in `npm run test:long`. */
export const LONG = process.env['REGEN_TEST_LONG'] === '1'

/** Random cases for each law: 200 in `npm test`, 10,000 in `npm run test:long`. */
export const RUNS = LONG ? 10_000 : 200

/** All cases in `npm run test:long`, else every nth; each turn begins at another one, so that together they come to all. */
export const byTurns = <Case>(cases: readonly Case[], nth: number, turn: number): readonly Case[] =>
  LONG ? cases : cases.filter((_, index) => (index + turn) % nth === 0)
