import { CATALOG, messageType, WHOLE_CATALOG } from '../messages/catalog.ts'
import { isMessage, type Message } from '../messages/message.ts'
import { aminoName, PACKED } from '../messages/parse/aminoNames.ts'
import { DURATIONS, plainFields } from '../messages/parse/foreignForms.ts'
import { parseFields } from '../messages/parse/parseFields.ts'
import { parseMessages } from '../messages/parseMessages.ts'
import { toBase64 } from '../primitives/base64.ts'
import { RegenError } from '../primitives/errors.ts'
import { AMINO_HOLLOW, AMINO_TEXT, AMINO_UNSUPPORTED } from '../primitives/errorTable.ts'
import { formatTime, type Timestamp, toNanoseconds } from '../primitives/time.ts'

/** A converter as CosmJS's AminoTypes takes it. */
export type AminoConverter = {
  readonly aminoType: string
  readonly toAmino: (value: unknown) => unknown
  readonly fromAmino: (value: unknown) => unknown
}

/** One converter for each message of the catalog, by type URL. */
export const AMINO_CONVERTERS: { readonly [typeUrl: string]: AminoConverter } = Object.fromEntries(
  CATALOG.map(({ typeUrl }) => [
    typeUrl,
    {
      aminoType: aminoName(typeUrl, WHOLE_CATALOG),
      toAmino: (value: unknown) => aminoValue(value, typeUrl),
      fromAmino: (json: unknown) => fromAmino(typeUrl, json),
    },
  ]),
)

/**
 * A value as amino JSON: snake_case names, empty values left out, ids and timestamps as text, bytes as base64, a message
 * inside as { type, value }.
 *
 * @see cosmos-sdk x/tx v0.14 signing/aminojson: marshalMessage, omitEmpty, cosmosIntEncoder, nullSliceAsEmptyEncoder
 */
function aminoValue(value: unknown, typeUrl: string): unknown {
  const field = HOLLOW[typeUrl]
  if (field !== undefined) throw new RegenError(AMINO_HOLLOW, { typeUrl, field })
  return toAmino(value, typeUrl, '')
}

function toAmino(value: unknown, typeUrl: string, field: string): unknown {
  if (typeof value === 'string') return aminoText(value, field)
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return toBase64(value)
  if (Array.isArray(value)) return value.map(item => toAmino(item, typeUrl, field))
  if (typeof value !== 'object' || value === null) return value
  if (isMessage(value)) return innerAmino(value)
  if (isTimestamp(value)) return formatTime(value)
  if (isCoin(value))
    return {
      ...(value.denom && { denom: aminoText(value.denom, `${field}.denom`) }),
      amount: aminoText(value.amount, `${field}.amount`) || '0',
    }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) => {
      const kept = KEPT[typeUrl]?.[name]
      if (isEmpty(inside)) return kept === undefined ? [] : [[snakeCase(name), kept]]
      const form = DURATIONS.has(name)
        ? nanosecondsOf(inside)
        : SCALED[typeUrl] === name
          ? unscaled(String(inside))
          : toAmino(inside, typeUrl, name)
      return [[snakeCase(name), form]]
    }),
  )
}

/** A message, or what is packed like one; of a type whose name or fields are not known the form must not be guessed. */
function innerAmino({ typeUrl, value }: Message): unknown {
  const type = messageType(typeUrl)
  if (value instanceof Uint8Array || (type === undefined && !PACKED.includes(typeUrl)))
    throw new RegenError(AMINO_UNSUPPORTED, { typeUrl })
  const read = type === undefined ? value : parseFields(type, value, WHOLE_CATALOG).value
  return { type: aminoName(typeUrl, WHOLE_CATALOG), value: aminoValue(read, typeUrl) }
}

/**
 * Fields that the chain's encoder writes as `{}`, whatever is in them: it knows the hash of another file by name only. It takes a
 * signature over such a document, and anybody could put another hash in.
 *
 * @see regen-ledger v7.0.0 app.go ProtoFiles: proto.HybridResolver, which looks for regen/data/v2/types.proto where it is not
 */
const HOLLOW: { readonly [typeUrl: string]: string } = {
  '/regen.data.v2.MsgAnchor': 'content_hash',
  '/regen.data.v2.MsgAttest': 'content_hashes',
  '/regen.data.v2.MsgRegisterResolver': 'content_hashes',
}

/** What is in its place when one of these fields is empty; all others are left out. */
const KEPT: { readonly [typeUrl: string]: { readonly [field: string]: unknown } } = {
  '/cosmos.bank.v1beta1.MsgSend': { amount: [] },
  '/cosmos.bank.v1beta1.MsgMultiSend': { inputs: null, outputs: null, coins: [] },
  '/cosmos.bank.v1beta1.SendAuthorization': { spendLimit: [] },
  '/cosmos.feegrant.v1beta1.BasicAllowance': { spendLimit: [] },
  '/cosmos.feegrant.v1beta1.PeriodicAllowance': { spendLimit: [], periodSpendLimit: [], periodCanSpend: [] },
  '/cosmos.gov.v1.MsgSubmitProposal': { initialDeposit: [] },
  '/cosmos.gov.v1.MsgVote': { proposalId: '0' },
  '/cosmos.gov.v1.MsgVoteWeighted': { proposalId: '0' },
  '/cosmos.gov.v1.MsgDeposit': { proposalId: '0', amount: null },
  '/cosmos.group.v1.MsgUpdateGroupMembers': { memberUpdates: null },
  '/cosmos.group.v1.MsgCreateGroupWithPolicy': { members: null },
}

/** A fraction that the wire has in units of 10^-18, and amino JSON as decimal text. */
const SCALED: { readonly [typeUrl: string]: string } = {
  '/cosmos.protocolpool.v1.MsgCreateContinuousFund': 'percentage',
}

const unscaled = (text: string): string => text.padStart(19, '0').replace(/(\d{18})$/, '.$1')

/** Line separators: the chain writes them as \u2028 and \u2029, and what wallets sign over as they are. */
const SEPARATORS = /[\u2028\u2029]/

/** The text, or AMINO_TEXT for one over which no wallet's signature would verify. */
export function aminoText(text: string, field: string): string {
  if (SEPARATORS.test(text)) throw new RegenError(AMINO_TEXT, { field })
  return text
}

/** Amino JSON of a message of the catalog, as its value. */
const fromAmino = (typeUrl: string, json: unknown): unknown =>
  parseMessages([{ typeUrl, value: plainFields(json, WHOLE_CATALOG, 'amino') }])[0]?.value

const nanosecondsOf = (duration: unknown): string => toNanoseconds(duration as Timestamp).toString()

const isEmpty = (field: unknown): boolean =>
  field === undefined ||
  field === '' ||
  field === false ||
  field === 0 ||
  field === 0n ||
  (Array.isArray(field) && field.length === 0) ||
  (field instanceof Uint8Array && field.length === 0)

const hasExactly = (value: object, ...names: string[]): boolean =>
  Object.keys(value).length === names.length && names.every(name => name in value)

const isTimestamp = (value: object): value is { seconds: bigint; nanos: number } =>
  hasExactly(value, 'seconds', 'nanos')

const isCoin = (value: object): value is { denom: string; amount: string } =>
  hasExactly(value, 'denom', 'amount')

const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
