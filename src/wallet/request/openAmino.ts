import * as z from 'zod/mini'
import { CATALOG, messageType } from '../../messages/catalog.ts'
import type { Message } from '../../messages/message.ts'
import { explainIssues, OWN_WORDS } from '../../primitives/explainIssues.ts'
import { AMINO_CONVERTERS } from '../../wire/aminoJson.ts'
import { type Finding, finding } from '../findings.ts'
import { aminoSignBytes, sortedJson } from './aminoSignBytes.ts'
import type { Fields } from './givenRequest.ts'
import type { OpenedRequest } from './openDirect.ts'
import { orRefuse, refuse } from './refuse.ts'
import { parseFee, requireChainId, wholeNumber } from './stdFields.ts'

/** A StdSignDoc, nothing more and nothing less. */
export const StdSignDoc = z.strictObject({
  chain_id: z.string(),
  account_number: z.string(),
  sequence: z.string(),
  fee: z.strictObject({
    amount: z.array(z.strictObject({ denom: z.string(), amount: z.string() })),
    gas: z.string(),
    payer: z.optional(z.string()),
    granter: z.optional(z.string()),
  }),
  msgs: z.array(z.strictObject({ type: z.string(), value: z.unknown() })),
  memo: z.string(),
  timeout_height: z.optional(z.string()),
})
export type StdSignDoc = z.output<typeof StdSignDoc>

export function parseStdSignDoc(document: Fields): StdSignDoc {
  const result = StdSignDoc.safeParse(document, OWN_WORDS)
  if (result.success) return result.data
  throw refuse(`it is no StdSignDoc: ${explainIssues(result.error.issues).replaceAll('\n', ' ')}`)
}

/**
 * Opens a SIGN_MODE_LEGACY_AMINO_JSON document: its messages typed, by the names v7 takes and those it took before.
 *
 * Refused is a message that does not come out again as the same JSON: the chain makes the text to verify from what it read, so a field
 * that is left out or written otherwise is either a signature that fails or something that is not shown.
 */
export function openAmino(document: StdSignDoc): OpenedRequest {
  const { chain_id: chainId, msgs, fee, memo } = document
  requireChainId(chainId)
  for (const [name, text] of Object.entries({ payer: fee.payer, granter: fee.granter }))
    if (text === '') throw refuse(`its fee names an empty ${name}`)
  const read = msgs.map(parseAminoMessage)
  return {
    chainId,
    accountNumber: wholeNumber(document.account_number, 'its account number'),
    messages: read.map(({ message }) => message),
    keys: [
      {
        address: null,
        keyType: null,
        mode: 'amino JSON',
        sequence: wholeNumber(document.sequence, 'its sequence'),
      },
    ],
    fee: parseFee(fee.amount, wholeNumber(fee.gas, 'its gas limit'), fee.payer ?? '', fee.granter ?? ''),
    memo,
    timeoutHeight:
      document.timeout_height === undefined ? 0n : wholeNumber(document.timeout_height, 'its timeout height'),
    findings: read.flatMap(({ findings }) => findings),
    signBytes: aminoSignBytes(document),
  }
}

function parseAminoMessage(
  { type, value }: StdSignDoc['msgs'][number],
  index: number,
): { readonly message: Message; readonly findings: readonly Finding[] } {
  const where = `messages[${index}]`
  const legacy = legacyTypeUrl(type)
  const typeUrl = legacy ?? TYPE_URLS.get(type)
  const converter = typeUrl === undefined ? undefined : AMINO_CONVERTERS[typeUrl]
  const findings = legacy === undefined ? [] : [finding('AMINO_NAME_REFUSED', where, type, legacy)]
  if (typeUrl === undefined || converter === undefined) {
    if (typeof value !== 'object' || value === null) throw refuse(`${where} has no fields`)
    return { message: { typeUrl: type, value }, findings }
  }
  const message = orRefuse(where, () => ({ typeUrl, value: converter.fromAmino(value) }))
  if (sortedJson(orRefuse(where, () => converter.toAmino(message.value))) !== sortedJson(value))
    throw refuse(
      `${where} does not come out of being read as it went in: the chain would verify another text`,
    )
  return { message, findings }
}

const TYPE_URLS: ReadonlyMap<string, string> = new Map(
  Object.entries(AMINO_CONVERTERS).flatMap(([typeUrl, { aminoType }]) =>
    messageType(typeUrl) === undefined ? [] : [[aminoType, typeUrl] as const],
  ),
)

/** How packages were called in amino names before v7. */
const PREFIXES: { readonly [protoPackage: string]: string } = {
  'regen.ecocredit.v1': 'regen',
  'regen.ecocredit.marketplace.v1': 'regen.marketplace',
  'regen.ecocredit.basket.v1': 'regen.basket',
  'regen.data.v2': 'regen-ledger',
}

/** 'regen/MsgSend' → '/regen.ecocredit.v1.MsgSend': names that v7 refuses, and that many programs still sign. */
const LEGACY: ReadonlyMap<string, string> = new Map(
  CATALOG.flatMap(({ typeUrl, aminoName }) => {
    const end = typeUrl.lastIndexOf('.')
    const prefix = PREFIXES[typeUrl.slice(1, end)]
    return aminoName !== undefined || prefix === undefined
      ? []
      : [[`${prefix}/${typeUrl.slice(end + 1)}`, typeUrl] as const]
  }),
)

/** The type URL that a name stood for until v6; undefined for every other name. */
export const legacyTypeUrl = (aminoType: string): string | undefined => LEGACY.get(aminoType)
