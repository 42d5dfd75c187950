import * as z from 'zod/mini'
import { parseChange } from '../mechanisms/m012-fixed-cap-dynamic-supply/parseChange.ts'
import { POOLS, TX_TYPES } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { VALIDATOR_STATUSES } from '../mechanisms/m014-authority-validator-governance/validator.ts'
import { CoinJson, parseInput, TimeText, textOf, UregenText, WholeAmount } from '../primitives/schemas.ts'
import type { EpochInputs } from './epochInputs.ts'
import { FractionText } from './fractionText.ts'
import {
  AccountText,
  CategoryText,
  Count,
  DayText,
  DenomText,
  SecondsText,
  tableOf,
  uniqueBy,
} from './pieces.ts'

const NONE = z._default(UregenText, 0n as never)
const NO = z._default(z.boolean(), false)
const TxHash = z.string().check(z.regex(/^[0-9A-Fa-f]{64}$/, 'expected 64 hexadecimal digits'))
const Pool = z.enum(POOLS)

const Facilitator = z.prefault(
  z.nullable(z.strictObject({ address: AccountText, inMemo: z.boolean(), registered: z.boolean() })),
  null,
)

const onChain = {
  txHash: TxHash,
  messageIndex: z._default(Count, 0),
  part: z._default(Count, 0),
  time: SecondsText,
}

const Transaction = z.strictObject({
  ...onChain,
  height: z._default(WholeAmount, 0n),
  payer: AccountText,
  txType: z.enum(TX_TYPES),
  denom: z._default(DenomText, 'uregen'),
  value: FractionText,
  credited: z._default(
    z.nullable(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('purchase'),
          seller: AccountText,
          autoRetired: NO,
          facilitator: Facilitator,
        }),
        z.strictObject({ kind: z.literal('retirement'), facilitator: Facilitator }),
      ]),
    ),
    null,
  ),
})

const Volume = z.strictObject({
  txType: z.enum(TX_TYPES),
  denom: z._default(DenomText, 'uregen'),
  value: FractionText,
  messages: z._default(WholeAmount, 1n),
})

const valued = { value: FractionText, fee: NONE, facilitator: Facilitator }

const Activity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('purchase'),
    ...onChain,
    ...valued,
    buyer: AccountText,
    seller: AccountText,
    autoRetired: NO,
  }),
  z.strictObject({ kind: z.literal('retirement'), ...onChain, ...valued, retirer: AccountText }),
  z.strictObject({ kind: z.literal('vote'), ...onChain, voter: AccountText, proposalId: WholeAmount }),
  z.strictObject({
    kind: z.literal('proposal'),
    ...onChain,
    proposer: AccountText,
    tally: z.nullable(
      z.strictObject({ time: SecondsText, outcome: z.enum(['passed', 'rejected', 'no-quorum']) }),
    ),
  }),
  z.strictObject({ kind: z.literal('fee'), ...onChain, payer: AccountText, fee: UregenText }),
])

const Name = z.string().check(z.minLength(1), z.maxLength(60))
const Guards = tableOf(Name, z.boolean())

const Validators = z.strictObject({
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
  metrics: z._default(tableOf(AccountText, tableOf(Name, z.nullable(FractionText))), {}),
})

const Decisions = z.strictObject({
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

const Co2 = z.strictObject({
  change: textOf(parseChange),
  source: z.enum(['attestation', 'oracle']),
  age: WholeAmount,
})

const CommitmentId = z
  .string()
  .check(z.minLength(1), z.maxLength(100), z.regex(/^[^+]*$/, 'an id has no "+": it marks what still waits'))

const EpochInputsJson = z.strictObject({
  transactions: z._default(z.array(Transaction), []),
  volumes: z._default(z.array(Volume), []),
  activities: z._default(z.array(Activity), []),
  rates: z._default(tableOf(DenomText, FractionText), {}),
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

/** Reads the inputs of one period, or throws INPUT_INVALID with every wrong field. What is left out did not happen. */
export const parseEpochInputs = (json: unknown): EpochInputs =>
  parseInput(EpochInputsJson, 'epoch inputs', json) as EpochInputs
