import { expect, test } from 'vitest'
import { formatSentence } from '../../src/index.ts'

const USDC = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
const denoms = [{ bankDenom: USDC, displayDenom: 'USDC.axl', exponent: 6 }]

test.each([
  ['for at most 25000000uregen each.', 'for at most 25 REGEN each.'],
  ['needs 1uregen, holds 0uregen.', 'needs 0.000001 REGEN, holds 0 REGEN.'],
  [`Pays 1500000${USDC}.`, 'Pays 1.5 USDC.axl.'],
  ['a price of 0.025uregen for gas', 'a price of 0.025uregen for gas'],
  ['2.345678 credits from sell order 1', '2.345678 credits from sell order 1'],
  ['Sends 5uregenx and 7 uregen to regen1abc.', 'Sends 5uregenx and 0.000007 REGEN to regen1abc.'],
  [
    'for 7uregen, with the reason “7uregen is enough”',
    'for 0.000007 REGEN, with the reason “7uregen is enough”',
  ],
  ['9 ibc/ABC stay as they are', '9 ibc/ABC stay as they are'],
])('%s', (sentence, written) => {
  expect(formatSentence(sentence, denoms)).toBe(written)
})
