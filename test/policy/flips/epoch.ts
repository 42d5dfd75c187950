import { runEpoch } from '../../../src/epoch/runEpoch.ts'
import { INPUTS, STATE } from './economy.ts'
import type { Flip } from './flip.ts'

export const EPOCH_FLIPS: readonly Flip[] = [
  {
    knob: 'epoch.autoInflow',
    setting: 'scored-fees',
    of: policy =>
      runEpoch(STATE, INPUTS, policy).state.rewards.claims['uregen']?.map(({ accrued }) => accrued),
    byDefault: [7_000_000n],
    turned: [3_500_000n],
  },
]
