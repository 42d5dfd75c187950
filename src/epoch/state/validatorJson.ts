import * as z from 'zod/mini'
import { VALIDATOR_STATUSES } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { AccountText } from '../../policy/kinds.ts'
import { TimeText, UregenText, WholeAmount } from '../../primitives/schemas.ts'
import { FractionText } from '../inputs/fractionText.ts'
import { CategoryText, Count } from '../inputs/inputSchemas.ts'

const Metrics = z.record(z.string().check(z.minLength(1), z.maxLength(60)), z.nullable(FractionText))

const PerformanceJson = z.strictObject({
  address: AccountText,
  period: WholeAmount,
  metrics: Metrics,
  status: z.enum(['met', 'below', 'unknown']),
  score: z.nullable(FractionText),
  confidence: FractionText,
})

/** A validator as the state holds it. */
export const ValidatorJson = z.strictObject({
  address: AccountText,
  category: CategoryText,
  status: z.enum(VALIDATOR_STATUSES),
  termStart: z._default(z.nullable(TimeText), null),
  termEnd: z._default(z.nullable(TimeText), null),
  probationStart: z._default(z.nullable(TimeText), null),
  probations: z._default(Count, 0),
  performance: z._default(z.nullable(PerformanceJson), null),
  application: z._default(
    z.nullable(
      z.strictObject({
        address: AccountText,
        category: CategoryText,
        submitted: TimeText,
        shown: z._default(z.array(z.string().check(z.maxLength(60))), []),
        streamlined: z._default(z.boolean(), false),
      }),
    ),
    null,
  ),
})

/** A bonus in escrow. */
export const BonusJson = z.strictObject({
  address: AccountText,
  quarter: z.string().check(z.regex(/^\d{4}-Q[1-4]$/, 'expected a quarter such as "2026-Q4"')),
  amount: UregenText,
})
