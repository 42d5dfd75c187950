import * as z from 'zod/mini'
import { TX_TYPES } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { AccountText } from '../../policy/kinds.ts'
import { UregenText, WholeAmount } from '../../primitives/schemas.ts'
import { FractionText } from './fractionText.ts'
import { Count, DenomText, SecondsText } from './inputSchemas.ts'

const NONE = z._default(UregenText, 0n as never)
const NO = z._default(z.boolean(), false)
const TxHash = z.string().check(z.regex(/^[0-9A-Fa-f]{64}$/, 'expected 64 hexadecimal digits'))
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

/** One charged part of a message. */
export const Transaction = z.strictObject({
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
          retirementValue: z._default(z.nullable(FractionText), null),
          facilitator: Facilitator,
        }),
        z.strictObject({
          kind: z.literal('retirement'),
          retirer: z._default(z.nullable(AccountText), null),
          facilitator: Facilitator,
        }),
      ]),
    ),
    null,
  ),
})

/** Many messages of one type as one value. */
export const Volume = z.strictObject({
  txType: z.enum(TX_TYPES),
  denom: z._default(DenomText, 'uregen'),
  value: FractionText,
  messages: z._default(WholeAmount, 1n),
})

const valued = { value: FractionText, fee: NONE, facilitator: Facilitator }

/** What somebody did, by its place on chain. */
export const Activity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('purchase'),
    ...onChain,
    ...valued,
    buyer: AccountText,
    seller: AccountText,
    autoRetired: NO,
  }),
  z.strictObject({
    kind: z.literal('retirement'),
    ...onChain,
    ...valued,
    retirer: AccountText,
    payer: z.optional(AccountText),
  }),
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
