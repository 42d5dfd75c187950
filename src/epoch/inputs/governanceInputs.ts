import * as z from 'zod/mini'
import { AccountText } from '../../policy/kinds.ts'
import { type PolicyConfig, parsePolicy } from '../../policy/policy.ts'
import { TimeText, UregenText, WholeAmount } from '../../primitives/schemas.ts'
import { FractionText } from './fractionText.ts'
import { CategoryText, Count } from './inputSchemas.ts'

const NO = z._default(z.boolean(), false)
const Name = z.string().check(z.minLength(1), z.maxLength(60))

const TallyJson = z
  .strictObject({
    yes: WholeAmount,
    no: z._default(WholeAmount, 0n),
    veto: z._default(WholeAmount, 0n),
    abstain: z._default(WholeAmount, 0n),
    eligible: WholeAmount,
  })
  .check(
    z.refine(
      ({ yes, no, veto, abstain, eligible }) => yes + no + veto + abstain <= eligible,
      'more votes than eligible',
    ),
  )

/** How something was decided. */
const DecidedJson = z.union([
  z.strictObject({ tally: TallyJson }),
  z.strictObject({ validators: TallyJson, holders: TallyJson }),
  z.strictObject({
    agents: z.strictObject({
      confidence: FractionText,
      significant: z.boolean(),
      hoursOpen: Count,
      overridden: NO,
    }),
  }),
])
export const Decided = z._default(z.nullable(DecidedJson), null)

const SeatVoteJson = z.strictObject({
  voter: AccountText,
  track: z.enum(['validators', 'holders']),
  option: z.enum(['yes', 'no', 'veto', 'abstain']),
  weight: z._default(WholeAmount, 1n),
})

/** What happened to the validators. */
export const Validators = z.strictObject({
  applications: z._default(
    z.array(
      z.strictObject({
        address: AccountText,
        category: CategoryText,
        submitted: TimeText,
        shown: z._default(z.array(z.string()), []),
        streamlined: NO,
      }),
    ),
    [],
  ),
  transitions: z._default(
    z.array(
      z.strictObject({
        address: AccountText,
        to: z.enum(['APPROVED', 'ACTIVE', 'PROBATION', 'REMOVED']),
        at: TimeText,
        votes: z._default(z.array(SeatVoteJson), []),
        decided: Decided,
        seen: z.prefault(
          z.strictObject({
            noActiveConflicts: NO,
            nodeOperational: NO,
            uptimeTested: NO,
            keyManagementAudited: NO,
            agentReport: NO,
            agentConfirms: NO,
            bonded: z._default(UregenText, 0n as never),
          }),
          {},
        ),
      }),
    ),
    [],
  ),
  exits: z._default(
    z.array(
      z.strictObject({
        address: AccountText,
        notice: z._default(z.nullable(TimeText), null),
        at: z._default(z.nullable(TimeText), null),
      }),
    ),
    [],
  ),
  seed: z._default(
    z.nullable(
      z.strictObject({
        by: z.enum(['incumbents', 'vote']),
        validators: z.array(z.strictObject({ address: AccountText, category: CategoryText })),
        decided: Decided,
      }),
    ),
    null,
  ),
  metrics: z._default(z.record(AccountText, z.record(Name, z.nullable(FractionText))), {}),
})

/** A policy, parsed already or as JSON. */
const PolicyText = z.pipe(
  z.unknown(),
  z.transform((json): PolicyConfig => parsePolicy(json)),
)

/** What governance decided. */
export const Decisions = z.strictObject({
  m012Approved: Decided,
  m013: z.prefault(
    z.strictObject({
      approved: Decided,
      feeCollectorDeployed: NO,
      poolAddressesConfigured: NO,
      accelerated: Decided,
    }),
    {},
  ),
  m015Approved: Decided,
  m014Migration: z._default(
    z.nullable(
      z.strictObject({
        to: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
        decided: Decided,
      }),
    ),
    null,
  ),
  unresolvedAnomalies: z._default(Count, 0),
  resolvedAnomalies: z._default(Count, 0),
  policyChange: z._default(z.nullable(z.strictObject({ before: PolicyText, decided: Decided })), null),
  releases: z._default(
    z.array(
      z.strictObject({
        from: z.enum(['burn reserve', 'mint reserve', 'governance reserve', 'forfeited rewards']),
        amount: UregenText,
        decided: Decided,
      }),
    ),
    [],
  ),
})
