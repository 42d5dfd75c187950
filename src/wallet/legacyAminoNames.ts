import { CATALOG } from '../messages/catalog.ts'

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
