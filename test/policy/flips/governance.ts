import { diffPolicy, parsePolicy, passesDualTrack, type Tally } from '../../../src/policy/index.ts'
import { run } from './economy.ts'
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
    knob: 'governance.dualTrack',
    setting: { kind: 'weighted', upgrade: '0.70', treasury: '0.50', other: '0.80' },
    of: policy =>
      run(
        policy,
        {
          decisions: {
            m015Approved: {
              validators: { yes: '70', no: '30', eligible: '100' },
              holders: { yes: '20', no: '80', eligible: '100' },
            },
          },
        },
        { phases: { m014: 3, m015: 'INACTIVE' } },
      ).state.phases.m015,
    byDefault: 'INACTIVE',
    turned: 'TRACKING',
  },
  {
    knob: 'governance.quorum',
    setting: '0.334',
    of: policy =>
      run(
        policy,
        { decisions: { m015Approved: { tally: { yes: '30', no: '5', eligible: '100' } } } },
        { phases: { m015: 'INACTIVE' } },
      ).state.phases.m015,
    byDefault: 'INACTIVE',
    turned: 'TRACKING',
  },
  {
    knob: 'governance.layerOverrides',
    setting: { 'm013.minFee': 'L4' },
    of: policy => diffPolicy(policy, { ...policy, m013: HIGHER_MINIMUM }).layer,
    byDefault: 'L2',
    turned: 'L4',
  },
]
