import { expect, test } from 'vitest'
import { epochAlertSentence } from '../../src/epoch/report/epochAlertSentence.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import { uregen } from '../../src/primitives/uregen.ts'

const above = { code: 'SUPPLY_ABOVE_CAP', supply: uregen(3_000_000n), hardCap: uregen(2_000_000n) } as const
const pending = { code: 'CONVERSION_PENDING', account: 'agent fund', denom: 'uusdc', amount: 7n } as const

test.each([
  [{ ...above, periodsToCap: 2n }, / 3 REGEN .* 2 REGEN, .* at the cap after this many periods: 2\.$/],
  [{ ...above, periodsToCap: null }, /No burn lowers it: it never comes down\.$/],
  [{ ...pending, worth: null }, /^7 uusdc in the agent fund .* not known\.$/],
  [{ ...pending, worth: uregen(500_000n) }, /would bring 0\.5 REGEN\.$/],
  [
    { code: 'SAFETY_VALVE_OPENED', rate: ratio(1n, 20n) },
    / is 0\.05 now, at most one percentage point less than before: /,
  ],
  [
    { code: 'NO_ACTIVITY', denom: 'uregen', undistributed: 1n, to: 'carry\u202eover' },
    /0\.000001 REGEN.*: carry over\.$/,
  ],
  [
    { code: 'PHASE_WAITS', mechanism: 'M012', phase: 'INFLATIONARY', waitsFor: ['threshold', 'm014Active'] },
    /^M012 stays .*INFLATIONARY.*: threshold, m014Active\.$/,
  ],
  [{ code: 'P0_ESCALATION', reasons: ['too few', 'no steward'] }, /: too few; no steward\.$/],
] as const)('an alert in words, %#', (alert, says) => {
  expect(epochAlertSentence(alert)).toMatch(says)
})
