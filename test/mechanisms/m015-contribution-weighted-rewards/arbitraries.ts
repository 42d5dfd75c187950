import * as fc from 'fast-check'
import type {
  Activity,
  Facilitator,
  OnChain,
  Outcome,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type {
  RewardConfig,
  Scored,
  StabilityCommitment,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { M015_V0, REWARD_CHOICES } from '../../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { requestCommitment } from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import { accrue } from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { formatAddress } from '../../../src/primitives/address.ts'
import { parseRatio, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { parseRegen, type Uregen } from '../../../src/primitives/uregen.ts'

/** The address whose 20 bytes are all `byte`. */
export const addressOf = (byte: number): string => formatAddress(new Uint8Array(20).fill(byte))

export const [ALICE, BOB, CAROL, DAVE, PLATFORM] = [1, 2, 3, 4, 9].map(addressOf) as [
  string,
  string,
  string,
  string,
  string,
]

/** The first parameters of M015, with a change. */
export const withParams = (change: Partial<RewardConfig> = {}): RewardConfig => ({ ...M015_V0, ...change })

export const regen = (text: string): Uregen => parseRegen(text)

/** A fraction, from '0.30' or '1/4'. */
export const fraction = (text: string): Ratio => {
  const [num = '', den] = text.split('/')
  return den === undefined ? parseRatio(num) : ratio(BigInt(num), BigInt(den))
}

const NOW = 1_790_000_000n

/** The n-th transaction of a test. */
export const at = (n: number, days = 0n): OnChain => ({
  txHash: n.toString(16).padStart(64, '0'),
  messageIndex: 0,
  part: 0,
  time: NOW + days * 86_400n,
})

export const platform = (address: string, inMemo = true, registered = true): Facilitator => ({
  address,
  inMemo,
  registered,
})

type Extra = { readonly facilitator?: Facilitator; readonly autoRetired?: boolean; readonly fee?: Uregen }

export const purchase = (
  on: OnChain,
  buyer: string,
  seller: string,
  value: Uregen | Ratio,
  { facilitator, autoRetired = false, fee = 0n as Uregen }: Extra = {},
): Activity => ({
  ...on,
  kind: 'purchase',
  buyer,
  seller,
  value,
  fee,
  autoRetired,
  facilitator: facilitator ?? null,
})

export const retirement = (
  on: OnChain,
  retirer: string,
  value: Uregen | Ratio,
  { facilitator, fee = 0n as Uregen }: Extra = {},
): Activity => ({ ...on, kind: 'retirement', retirer, value, fee, facilitator: facilitator ?? null })

export const vote = (on: OnChain, voter: string, proposalId = 1n): Activity => ({
  ...on,
  kind: 'vote',
  voter,
  proposalId,
})

export const proposal = (on: OnChain, proposer: string, outcome: Outcome | null, closed = 0n): Activity => ({
  ...on,
  kind: 'proposal',
  proposer,
  tally: outcome === null ? null : { time: NOW + closed * 86_400n, outcome },
})

export const feeOnly = (on: OnChain, payer: string, fee: Uregen): Activity => ({
  ...on,
  kind: 'fee',
  payer,
  fee,
})

/** A commitment of 12 months that was admitted and is so many periods old, all of it funded. */
export const commitmentOf = (
  amount: Uregen,
  periods = 0,
  change: Partial<StabilityCommitment> = {},
): StabilityCommitment => {
  const request = requestCommitment({ id: 'c1', holder: ALICE, amount, lockMonths: 12 }, M015_V0)
  const promised = accrue(request, periods, M015_V0)
  return { ...request, state: 'COMMITTED', periods, promised, funded: promised, ...change }
}

export const anyAddress: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(20, 20, 32), fc.uint8Array({ minLength: 32, maxLength: 32 }))
  .map(([length, bytes]) => formatAddress(bytes.slice(0, length)))

/** A score: whole, of one of few denominators, or any fraction; often equal to another. */
const anyScore: fc.Arbitrary<Ratio> = fc.oneof(
  fc.bigInt({ min: 0n, max: 3n }).map(score => ratio(score)),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.constantFrom(1n, 5n, 10n, 20n))
    .map(([num, den]) => ratio(num, den)),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map(([num, den]) => ratio(num, den)),
)

export const anyScores: fc.Arbitrary<readonly Scored[]> = fc.uniqueArray(
  fc.record({ address: anyAddress, score: anyScore }),
  { maxLength: 12, selector: ({ address }) => address },
)

const anyOutcome = fc.constantFrom<Outcome | null>('passed', 'rejected', 'no-quorum', null)
const anyPerson = fc.constantFrom(ALICE, BOB, CAROL, DAVE)
const anyValue: fc.Arbitrary<Uregen | Ratio> = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 14n }).map(value => value as Uregen),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map(value => ratio(value, 1_000_000n)),
)

/** What people do in one period, each in a transaction of its own. */
export const anyActivities: fc.Arbitrary<readonly Activity[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('purchase', 'retirement', 'vote', 'proposal', 'fee'),
      who: anyPerson,
      other: anyPerson,
      value: anyValue,
      fee: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fee => fee as Uregen),
      days: fc.bigInt({ min: 0n, max: 20n }),
      outcome: anyOutcome,
      proposalId: fc.bigInt({ min: 1n, max: 3n }),
      autoRetired: fc.boolean(),
      facilitator: fc.option(
        fc.record({
          address: fc.constantFrom(ALICE, PLATFORM),
          inMemo: fc.boolean(),
          registered: fc.boolean(),
        }),
      ),
    }),
    { maxLength: 15 },
  )
  .map(list =>
    list.map(
      (
        { kind, who, other, value, fee, days, outcome, proposalId, autoRetired, facilitator },
        index,
      ): Activity => {
        const on = at(index, days)
        const extra = { fee, autoRetired, ...(facilitator && { facilitator }) }
        if (kind === 'purchase') return purchase(on, who, other, value, extra)
        if (kind === 'retirement') return retirement(on, who, value, extra)
        if (kind === 'vote') return vote(on, who, proposalId)
        return kind === 'proposal' ? proposal(on, who, outcome, days) : feeOnly(on, who, fee)
      },
    ),
  )

/** Five weights of at least 0.05 that sum to 1. */
const anyWeights: fc.Arbitrary<RewardConfig['weights']> = fc
  .array(fc.integer({ min: 0, max: 750 }), { minLength: 4, maxLength: 4 })
  .map(cuts => {
    const [a = 0, b = 0, c = 0, d = 0] = [...cuts].sort((x, y) => x - y)
    const weight = (part: number) => ratio(BigInt(50 + part), 1000n)
    return {
      purchase: weight(a),
      retirement: weight(b - a),
      facilitation: weight(c - b),
      vote: weight(d - c),
      proposal: weight(750 - d),
    }
  })

const perMille = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(parts => ratio(BigInt(parts), 1000n))

const anyChoices = fc.record(
  Object.fromEntries(
    Object.entries(REWARD_CHOICES).map(([name, choices]) => [
      name,
      fc.constantFrom(...(choices as readonly string[])),
    ]),
  ),
)

/** Any legal parameters. */
export const anyParams: fc.Arbitrary<RewardConfig> = fc
  .tuple(
    anyChoices,
    fc.record({
      weights: anyWeights,
      rejectedProposalShare: perMille(0, 1000),
      autoShare: perMille(0, 1000),
      stabilityRate: perMille(20, 120),
      maxStabilityShare: perMille(0, 300),
      earlyExitPenalty: perMille(0, 500),
      periodsPerYear: fc.integer({ min: 1, max: 366 }),
      minScorers: fc.integer({ min: 1, max: 3 }),
      rewardCapPerOwnFees: fc.option(perMille(0, 999)),
    }),
  )
  .map(([choices, change]) => ({ ...M015_V0, ...(choices as object), ...change }))

/** A commitment in any state, at any age, with any part of its promise funded. */
export const anyCommitment: fc.Arbitrary<StabilityCommitment> = fc
  .record({
    amount: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(amount => (amount + 100_000_000n) as Uregen),
    rate: perMille(20, 120),
    lockMonths: fc.integer({ min: 6, max: 24 }),
    age: fc.integer({ min: 0, max: 110 }),
    state: fc.constantFrom('COMMITTED', 'COMMITTED', 'COMMITTED', 'UNCOMMITTED', 'MATURED', 'EARLY_EXIT'),
    unfunded: perMille(0, 1000),
  })
  .map(({ amount, rate, lockMonths, age, state, unfunded }) => {
    const request = requestCommitment({ id: 'c', holder: ALICE, amount, lockMonths }, M015_V0)
    const periods = state === 'UNCOMMITTED' ? 0 : age % (request.lockPeriods + 1)
    const promised = accrue({ amount, rate }, periods, M015_V0)
    const funded = (promised - (promised * unfunded.num) / unfunded.den) as Uregen
    return { ...request, rate, state, periods, promised, funded } as StabilityCommitment
  })

export const anyCommitments: fc.Arbitrary<readonly StabilityCommitment[]> = fc
  .array(anyCommitment, { maxLength: 8 })
  .map(list => list.map((commitment, index) => ({ ...commitment, id: `c${index}` })))
