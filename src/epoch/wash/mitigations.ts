import type { PolicyConfig } from '../../policy/policy.ts'
import { minRatio, ratio } from '../../primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import { NO_ASSUMPTIONS, type WashAssumptions } from './washRoutes.ts'

/** One way to make wash trading a loss, and what turning it on means. */
export type Mitigation = {
  readonly name: string
  /** The knob of the policy; null where the policy has none, because the specification would have to change. */
  readonly knob: string | null
  readonly setting: string
  readonly note: string
  readonly apply: (policy: PolicyConfig) => {
    readonly policy: PolicyConfig
    readonly assumptions: WashAssumptions
  }
}

const reward = (change: Partial<PolicyConfig['m015']>) => (policy: PolicyConfig) => ({
  policy: { ...policy, m015: { ...policy.m015, ...change } },
  assumptions: NO_ASSUMPTIONS,
})

const assume = (change: Partial<WashAssumptions>) => (policy: PolicyConfig) => ({
  policy,
  assumptions: { ...NO_ASSUMPTIONS, ...change },
})

const CAP = ratio(1n, 2n)
const ISSUANCE_WEIGHT = ratio(3n, 10n)
const MIN_SCORERS = 5
const MIN_VALUE = 1_000_000n as Uregen

/** What the readings offer against wash trading, each on its own. @see SPEC M015, invariant 4, Sybil Resistance; OQ-M015-4 */
export const MITIGATIONS: readonly Mitigation[] = [
  {
    name: 'cap on own fees',
    knob: 'm015.rewardCapPerOwnFees',
    setting: '0.5, or less',
    note: 'A reward for value of at most λ of one’s own fees, under any number of addresses; platforms earn nothing.',
    apply: policy =>
      reward({ rewardCapPerOwnFees: minRatio(policy.m015.rewardCapPerOwnFees ?? CAP, CAP) })(policy),
  },
  {
    name: 'score the fees paid',
    knob: 'm015.scoreBasis',
    setting: 'fee-paid',
    note: 'Every point of score costs everybody the same, so ρ is one number.',
    apply: reward({ scoreBasis: 'fee-paid' }),
  },
  {
    name: 'only fees that earn a score',
    knob: 'epoch.autoInflow',
    setting: 'scored-fees',
    note: 'Fees for issuance and transfer stay with governance.',
    apply: policy => ({
      policy: { ...policy, epoch: { ...policy.epoch, autoInflow: 'scored-fees' } },
      assumptions: NO_ASSUMPTIONS,
    }),
  },
  {
    name: 'a weight for issuance',
    knob: null,
    setting: '0.30',
    note: 'The weights of M015 have no such activity; issuing to oneself becomes a route.',
    apply: assume({ issuanceWeight: ISSUANCE_WEIGHT }),
  },
  {
    name: 'no facilitation of oneself',
    knob: 'm015.selfFacilitation',
    setting: 'exclude',
    note: 'It compares addresses, and does not see a platform under another one.',
    apply: reward({ selfFacilitation: 'exclude' }),
  },
  {
    name: 'auto-retired purchases count once',
    knob: 'm015.autoRetireScoring',
    setting: 'purchase',
    note: 'A purchase that retires at once is not a retirement as well.',
    apply: reward({ autoRetireScoring: 'purchase' }),
  },
  {
    name: 'retirements at the market price',
    knob: null,
    setting: 'twap-7d',
    note: 'Never at one’s own ask: what counts for a retirement was paid to somebody else.',
    apply: assume({ retiresAtMarketPrice: true }),
  },
  {
    name: 'no score for pairs',
    knob: 'm015.pairTrades',
    setting: 'exclude',
    note: 'A from B and B from A within the window; rings of three are not seen.',
    apply: reward({ pairTrades: 'exclude' }),
  },
  {
    name: 'a least number of scorers',
    knob: 'm015.minScorers',
    setting: `${MIN_SCORERS}, or more`,
    note: 'Addresses cost nothing, so an attacker brings what is missing: no verdict changes.',
    apply: policy =>
      reward({
        minScorers: policy.m015.minScorers > MIN_SCORERS ? policy.m015.minScorers : MIN_SCORERS,
      })(policy),
  },
  {
    name: 'a least value of an activity',
    knob: 'm015.minActivityValue',
    setting: `${formatRegen(MIN_VALUE)} REGEN, or more`,
    note: 'It stops only what pays in smaller volumes than that.',
    apply: policy =>
      reward({
        minActivityValue: policy.m015.minActivityValue > MIN_VALUE ? policy.m015.minActivityValue : MIN_VALUE,
      })(policy),
  },
]
