import * as z from 'zod/mini'
import { parseChange } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { AccountText } from '../../policy/kinds.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ACTIVITY_ABOVE_VOLUME } from '../../primitives/errorTable.ts'
import { exact, floor, sumRatios } from '../../primitives/ratio.ts'
import { CoinJson, parseInput, textOf, UregenText, WholeAmount } from '../../primitives/schemas.ts'
import { valueInUregen } from '../fees/convert.ts'
import { Activity, Transaction, Volume } from './activityInputs.ts'
import type { EpochInputs } from './epochInputs.ts'
import { FractionText } from './fractionText.ts'
import { Decisions, Validators } from './governanceInputs.ts'
import { Count, DayText, DenomText, uniqueBy } from './inputSchemas.ts'

const NONE = z._default(UregenText, 0n as never)
const Pool = z.enum(POOLS)

const Co2 = z.strictObject({
  change: textOf(parseChange),
  source: z.enum(['attestation', 'oracle']),
  age: WholeAmount,
})

const CommitmentId = z
  .string()
  .check(z.minLength(1), z.maxLength(100), z.regex(/^[^+]*$/, 'an id has no "+": it marks what still waits'))

export const EpochInputsJson = z.strictObject({
  transactions: z._default(z.array(Transaction), []),
  volumes: z._default(z.array(Volume), []),
  activities: z._default(z.array(Activity), []),
  rates: z._default(z.record(DenomText, FractionText), {}),
  feeDays: z._default(z.array(DayText), []),
  staked: z._default(z.nullable(UregenText), null),
  otherBurns: NONE,
  inflation: NONE,
  co2: z._default(z.nullable(Co2), null),
  validators: z.prefault(Validators, {}),
  stability: z.prefault(
    z.strictObject({
      requests: z._default(
        uniqueBy(
          z.strictObject({ id: CommitmentId, holder: AccountText, amount: UregenText, lockMonths: Count }),
          ({ id }) => id,
          'a commitment',
        ),
        [],
      ),
      exits: z._default(z.array(z.string()), []),
    }),
    {},
  ),
  claims: z._default(
    uniqueBy(
      z.strictObject({ address: AccountText, as: z._default(z.enum(['collected', 'regen']), 'collected') }),
      ({ address }) => address,
      'an address',
    ),
    [],
  ),
  deposits: z._default(z.array(z.strictObject({ pool: Pool, coin: CoinJson })), []),
  spends: z._default(
    z.array(z.strictObject({ pool: Pool, by: AccountText, coin: CoinJson, to: AccountText })),
    [],
  ),
  conversions: z._default(
    z.array(z.strictObject({ pool: Pool, by: AccountText, from: CoinJson, received: UregenText })),
    [],
  ),
  decisions: z.prefault(Decisions, {}),
})

/**
 * Reads the inputs of one period, or throws INPUT_INVALID with every wrong field. What is left out did not happen; activities that
 * are worth more than what was charged for them are ACTIVITY_ABOVE_VOLUME.
 *
 * @example
 * const inputs = parseEpochInputs(exampleJson('epoch/inputs.json'))
 */
export function parseEpochInputs(json: unknown): EpochInputs {
  const inputs = parseInput(EpochInputsJson, 'epoch input', json) as EpochInputs
  requireCharged(inputs)
  return inputs
}

const CHARGED_AS = { purchase: 'MarketplaceTrade', retirement: 'CreditRetirement' } as const

/**
 * Refuses purchases or retirements that are worth more than the charged volumes of their type: what is no charged transaction of
 * its own is a part of a volume (M015, invariant 3, Activity Integrity).
 */
function requireCharged({ activities, volumes, rates }: EpochInputs): void {
  for (const kind of ['purchase', 'retirement'] as const) {
    const values = activities.flatMap(activity =>
      activity.kind === kind && 'value' in activity ? [exact(activity.value)] : [],
    )
    if (values.length === 0) continue
    const value = floor(sumRatios(...values))
    const ofKind = volumes.filter(({ txType }) => txType === CHARGED_AS[kind])
    const charged = floor(
      sumRatios(...ofKind.map(volume => valueInUregen(volume.value, volume.denom, rates))),
    )
    if (value > charged) throw new RegenError(ACTIVITY_ABOVE_VOLUME, { kind, value, charged })
  }
}
