import * as z from 'zod/mini'
import { M012_PHASES } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import { POOLS, type Pool } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { M013_PHASES } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { CREDITED_KINDS } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { M015_PHASES } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import { AccountText } from '../../policy/kinds.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseInput, TimeText, UregenText, WholeAmount } from '../../primitives/schemas.ts'
import { balancesOf, heldByOthers } from '../books/epochBalances.ts'
import { FractionText } from '../inputs/fractionText.ts'
import { Coins, Count, DayText, DenomText, uniqueBy } from '../inputs/inputSchemas.ts'
import { ClocksJson, clockProblem } from './clocksJson.ts'
import { EPOCH_STATE_VERSION, type EpochState } from './epochState.ts'
import { BonusJson, ValidatorJson } from './validatorJson.ts'

const NONE = z._default(UregenText, 0n as never)

const PhasesJson = z.strictObject({
  m012: z.prefault(z.strictObject({ phase: z.enum(M012_PHASES), consecutive: z._default(WholeAmount, 0n) }), {
    phase: 'INFLATIONARY',
  }),
  m013: z.prefault(
    z
      .strictObject({
        phase: z.enum(M013_PHASES),
        transitionStarted: z._default(z.nullable(DayText), null),
        feeDays: z._default(z.array(DayText).check(z.maxLength(31)), []),
      })
      .check(
        z.refine(
          ({ phase, transitionStarted }) => phase !== 'TRANSITION' || transitionStarted !== null,
          'TRANSITION needs the day on which it began, transitionStarted',
        ),
      ),
    { phase: 'FLAT_GAS' },
  ),
  m014: z._default(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]), 0),
  m015: z._default(z.enum(M015_PHASES), 'INACTIVE'),
})

const SupplyJson = z.strictObject({
  supply: UregenText,
  staked: NONE,
  burnReserve: NONE,
  mintReserve: NONE,
  bankLessSupply: z._default(
    z.union([
      z.pipe(
        z.string().check(z.regex(/^-?(0|[1-9]\d{0,76})$/, 'expected a whole number as decimal text')),
        z.transform((text: string) => BigInt(text)),
      ),
      z.bigint(),
    ]),
    0n,
  ),
  hardCap: z._default(z.nullable(UregenText), null),
  unbonding: z._default(z.nullable(z.strictObject({ delegated: UregenText, from: TimeText })), null),
})

/** Who may spend a pool when nobody says: the mechanism that it feeds; governance for the community’s. */
const AUTHORITIES = { burn: 'm012', validator: 'm014', community: 'governance', agent: 'agents' } as const

const poolJson = (pool: Pool) =>
  z.prefault(
    z.strictObject({
      pool: z._default(z.literal(pool), pool),
      authority: z._default(AccountText, AUTHORITIES[pool]),
      coins: z._default(Coins, []),
    }),
    {},
  )

const CommitmentJson = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  holder: AccountText,
  amount: UregenText,
  lockMonths: Count,
  lockPeriods: Count,
  rate: FractionText,
  state: z.enum(['UNCOMMITTED', 'COMMITTED']),
  periods: Count,
  promised: UregenText,
  funded: UregenText,
})

const ClaimJson = z
  .strictObject({ address: AccountText, accrued: UregenText, claimed: UregenText })
  .check(z.refine(({ accrued, claimed }) => claimed <= accrued, 'more was claimed than there was'))

const ScoreJson = z.strictObject({
  address: AccountText,
  amounts: z.strictObject(
    Object.fromEntries(CREDITED_KINDS.map(kind => [kind, FractionText])) as {
      [kind in (typeof CREDITED_KINDS)[number]]: typeof FractionText
    },
  ),
  score: FractionText,
  governanceScore: FractionText,
})

const byAddress = ({ address }: { readonly address: string }) => address

export const EpochStateJson = z.strictObject({
  version: z._default(z.literal(EPOCH_STATE_VERSION), EPOCH_STATE_VERSION),
  period: z._default(Count, 0),
  time: TimeText,
  clocks: z.optional(ClocksJson),
  policyHash: z._default(
    z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hexadecimal'))),
    null,
  ),
  phases: z.prefault(PhasesJson, {}),
  supply: SupplyJson,
  pools: z.prefault(
    z.strictObject(
      Object.fromEntries(POOLS.map(pool => [pool, poolJson(pool)])) as {
        [pool in Pool]: ReturnType<typeof poolJson>
      },
    ),
    {},
  ),
  revenue: NONE,
  validators: z._default(uniqueBy(ValidatorJson, byAddress, 'a validator'), []),
  escrow: z._default(
    z.record(
      DenomText,
      uniqueBy(BonusJson, ({ address, quarter }) => `${quarter}/${address}`, 'a bonus'),
    ),
    {},
  ),
  stability: z.prefault(
    z.strictObject({
      commitments: z._default(
        uniqueBy(CommitmentJson, ({ id }) => id, 'a commitment'),
        [],
      ),
      inflows: z._default(z.array(UregenText).check(z.maxLength(4)), []),
      cappedPeriods: z._default(Count, 0),
      lowered: z._default(z.nullable(z.strictObject({ from: FractionText, to: FractionText })), null),
      forfeited: NONE,
    }),
    {},
  ),
  rewards: z.prefault(
    z.strictObject({
      claims: z._default(z.record(DenomText, uniqueBy(ClaimJson, byAddress, 'an address')), {}),
      carried: z._default(Coins, []),
      votes: z.optional(
        z.array(z.strictObject({ proposalId: WholeAmount, voter: AccountText, time: WholeAmount })),
      ),
      governanceReserve: z._default(Coins, []),
      tracked: z.prefault(
        z.strictObject({
          periods: z._default(Count, 0),
          scoredPeriods: z._default(Count, 0),
          anomalies: z.optional(Count),
          scores: z._default(uniqueBy(ScoreJson, byAddress, 'an address'), []),
        }),
        {},
      ),
    }),
    {},
  ),
})

/**
 * Reads a state, or throws INPUT_INVALID with every wrong field. Only `time` and `supply.supply` are needed: the rest is
 * an economy in which no mechanism has started.
 *
 * The accounts may not hold more than the bank: that is LEDGER_OVERDRAWN.
 *
 * @example
 * const state = parseEpochState(exampleJson('epoch/state.json'))
 */
export function parseEpochState(json: unknown): EpochState {
  const state = parseInput(EpochStateJson, 'epoch state', json) as EpochState
  const problem = clockProblem(state)
  if (problem !== null)
    throw new RegenError(INPUT_INVALID, { what: 'epoch state', issues: `✖ ${problem} at clocks` })
  heldByOthers(state, balancesOf(state))
  return state
}
