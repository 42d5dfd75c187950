import * as z from 'zod/mini'
import { VALIDATOR_STATUSES } from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import { TimeText, UregenText } from '../../primitives/schemas.ts'
import { FractionText } from './fractionText.ts'
import { AccountText, CategoryText, Count } from './pieces.ts'

const NO = z._default(z.boolean(), false)
const Name = z.string().check(z.minLength(1), z.maxLength(60))
const Guards = z.record(Name, z.boolean())

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
      z.strictObject({ address: AccountText, to: z.enum(VALIDATOR_STATUSES), guards: Guards, at: TimeText }),
    ),
    [],
  ),
  exits: z._default(
    z.array(z.strictObject({ address: AccountText, notice: z._default(z.nullable(TimeText), null) })),
    [],
  ),
  metrics: z._default(z.record(AccountText, z.record(Name, z.nullable(FractionText))), {}),
})

/** What governance decided. */
export const Decisions = z.strictObject({
  m012Approved: NO,
  m013: z.prefault(
    z.strictObject({
      approved: NO,
      feeCollectorDeployed: NO,
      poolAddressesConfigured: NO,
      accelerated: NO,
    }),
    {},
  ),
  m015Approved: NO,
  m014Migration: z._default(
    z.nullable(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])),
    null,
  ),
  unresolvedAnomalies: z._default(Count, 0),
  releases: z._default(
    z.array(
      z.strictObject({
        from: z.enum(['burn reserve', 'mint reserve', 'governance reserve', 'forfeited rewards']),
        amount: UregenText,
      }),
    ),
    [],
  ),
})
