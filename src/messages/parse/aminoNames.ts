import type { Catalog } from '../catalogOf.ts'

/**
 * The name of a message in amino JSON sign documents.
 *
 * Regen Ledger v7 declares none for its messages and then the chain takes the type URL itself. The names that were right
 * before v7, 'regen/MsgSend' and the like, are refused with "signature verification failed".
 *
 * @see cosmos-sdk x/tx/signing/aminojson getMessageAminoName
 */
export const aminoName = (typeUrl: string, { typeOf }: Catalog): string =>
  typeOf(typeUrl)?.aminoName ?? (PACKED.includes(typeUrl) ? shortName(typeUrl) : typeUrl)

/** What is packed inside of messages and is none itself. */
export const PACKED: readonly string[] = [
  '/cosmos.authz.v1beta1.GenericAuthorization',
  '/cosmos.bank.v1beta1.SendAuthorization',
  '/cosmos.feegrant.v1beta1.BasicAllowance',
  '/cosmos.feegrant.v1beta1.PeriodicAllowance',
  '/cosmos.feegrant.v1beta1.AllowedMsgAllowance',
  '/cosmos.group.v1.ThresholdDecisionPolicy',
  '/cosmos.group.v1.PercentageDecisionPolicy',
]

const shortName = (typeUrl: string): string => `cosmos-sdk/${typeUrl.slice(typeUrl.lastIndexOf('.') + 1)}`

/** Before v7 each package had a word of its own; libraries that were written for it still use it. */
const OLD_WORDS: { readonly [word: string]: string } = {
  regen: '/regen.ecocredit.v1.',
  'regen.marketplace': '/regen.ecocredit.marketplace.v1.',
  'regen.basket': '/regen.ecocredit.basket.v1.',
  'regen-ledger': '/regen.data.v2.',
}

/** The type URL of an amino name, the names from before v7 included; the text itself for one that is not known. */
export function typeUrlOf(name: string, { types, typeOf }: Catalog): string {
  const [word = '', message = ''] = name.split('/')
  const old = Object.hasOwn(OLD_WORDS, word) ? `${OLD_WORDS[word]}${message}` : ''
  return (
    types.find(({ aminoName }) => aminoName === name)?.typeUrl ??
    PACKED.find(typeUrl => shortName(typeUrl) === name) ??
    (typeOf(old) ? old : name)
  )
}
