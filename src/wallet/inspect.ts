import { moduleOf } from '../messages/keeper/moduleAccounts.ts'
import type { Message } from '../messages/message.ts'
import { DENOM } from '../primitives/coin.ts'
import { type Finding, finding } from './findings.ts'
import { endsAlike, looksLike } from './lookAlikes.ts'

/** The denoms that people know by sight, beside those a snapshot lists. IBC denoms are the hashes of their paths. */
export const KNOWN_DENOMS = [
  'uregen',
  'eco.uC.NCT',
  'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
  'ibc/8D95B9CD9E644EAC43E5E9E9338ED88FE232C0EEE74AB0D01CE87F1D677FEDA5',
  'ibc/5FEB332D2B121921C792F1A0DBF7C3163FF205337B4AFE6E14F69E8E49545F49',
  'ibc/0471F1C4E7AFD3F07702BEF6DC365268D64570F7C1FDC98EA6098DD6DE59817B',
] as const

/** One text of a request, and where it stands. */
type Place = { readonly where: string; readonly name: string; readonly text: string }

/** Looks at every text of the messages and the memo, and at every coin, for what deceives the eye. */
export function inspect(
  {
    messages,
    memo,
    coins = [],
  }: {
    readonly messages: readonly Message[]
    readonly memo: string
    /** Of the gas fee. */
    readonly coins?: readonly { readonly denom: string }[]
  },
  signers: readonly string[],
  knownDenoms: readonly string[] = KNOWN_DENOMS,
): readonly Finding[] {
  const texts: Place[] = []
  collect(memo, 'memo', 'memo', texts)
  coins.forEach(({ denom }, index) => {
    collect(denom, `fee[${index}].denom`, 'denom', texts)
  })
  messages.forEach(({ value }, index) => {
    collect(value, `messages[${index}]`, '', texts)
  })
  const addresses = texts.filter(({ text }) => /^regen1[a-z0-9]{30,}$/i.test(text))
  return [
    ...texts.filter(({ text }) => HIDDEN.test(text)).map(({ where }) => finding('HIDDEN_CHARACTERS', where)),
    ...texts.filter(isDenom).flatMap(place => denomFindings(place, knownDenoms)),
    ...addresses.flatMap(place => addressFindings(place, [...signers, ...addresses.map(({ text }) => text)])),
  ]
}

/** Everything without a picture of its own, but line breaks, tabs and what joins emoji. */
const HIDDEN = /(?![\n\t\u200d])[\p{C}\p{Zl}\p{Zp}]/u

const isDenom = ({ name }: Place): boolean => name === 'denom' || name === 'bankDenom'

function denomFindings({ where, text }: Place, known: readonly string[]): readonly Finding[] {
  const alike = known.includes(text) ? undefined : known.find(denom => looksLike(text, denom))
  return [
    ...(DENOM.test(text) ? [] : [finding('DENOM_MALFORMED', where, text)]),
    ...(alike === undefined ? [] : [finding('DENOM_LOOKALIKE', where, text, alike)]),
  ]
}

function addressFindings({ where, name, text }: Place, others: readonly string[]): readonly Finding[] {
  const module = name === 'authority' ? undefined : moduleOf(text)
  const twin = others.find(other => endsAlike(other.toLowerCase(), text.toLowerCase()))
  return [
    ...(module === undefined ? [] : [finding('ADDRESS_OF_MODULE', where, text, module)]),
    ...(twin === undefined ? [] : [finding('ADDRESS_LOOKALIKE', where, text, twin)]),
  ]
}

function collect(value: unknown, where: string, name: string, into: Place[]): void {
  if (typeof value === 'string') into.push({ where, name, text: value })
  else if (Array.isArray(value))
    value.forEach((item, index) => {
      collect(item, `${where}[${index}]`, name, into)
    })
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    for (const [field, inner] of Object.entries(value)) collect(inner, `${where}.${field}`, field, into)
}
