import { diffPolicy } from '../../../src/policy/diffPolicy.ts'
import { parsePolicy } from '../../../src/policy/policy.ts'
import { passesDualTrack } from '../../../src/policy/votes/dualTrack.ts'
import { meetsLayer, type Tally } from '../../../src/policy/votes/meetsLayer.ts'
import type { Flip } from './flip.ts'

const tally = (yes: bigint, no: bigint, eligible = 100n): Tally => ({
  yes,
  no,
  veto: 0n,
  abstain: 0n,
  eligible,
})

const HIGHER_MINIMUM = parsePolicy({ m013: { minFee: '1500000' } }).m013

export const GOVERNANCE_FLIPS: readonly Flip[] = [
  {
    knob: 'governance.dualTrack',
    setting: { kind: 'weighted', upgrade: '0.70', treasury: '0.50', other: '0.60' },
    of: ({ governance }) =>
      (['upgrade', 'treasury', 'other'] as const).map(
        purpose =>
          passesDualTrack({ validators: tally(70n, 30n), holders: tally(20n, 80n) }, purpose, governance).met,
      ),
    byDefault: [false, false, false],
    turned: [true, false, false],
  },
  {
    knob: 'governance.quorum',
    setting: '0.334',
    of: ({ governance }) => meetsLayer(tally(30n, 5n), 'L3', governance).met,
    byDefault: false,
    turned: true,
  },
  {
    knob: 'governance.layerOverrides',
    setting: { 'm013.minFee': 'L4' },
    of: policy => diffPolicy(policy, { ...policy, m013: HIGHER_MINIMUM }).layer,
    byDefault: 'L2',
    turned: 'L4',
  },
]
