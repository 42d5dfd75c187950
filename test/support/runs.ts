/** Random cases for each law: 200 in `npm test`, 10,000 in `npm run test:long`. */
export const RUNS = process.env['REGEN_TEST_LONG'] === '1' ? 10_000 : 200
