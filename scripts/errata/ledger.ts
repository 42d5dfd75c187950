import type { Erratum } from './erratum.ts'

/** Regen Ledger v7.0.0 as it runs today; from recorded transactions of a node. */
export const LEDGER_ERRATA: readonly Erratum[] = [
  {
    id: 'ERR-LIVE-01',
    title: 'Amino type names',
    where: ['regen-network/regen-js, packages/api, amino converters'],
    input: 'a MsgSend signed with SIGN_MODE_LEGACY_AMINO_JSON',
    published: 'regen/MsgSend',
    exact:
      '/regen.ecocredit.v1.MsgSend is accepted; regen/MsgSend is refused with code 4, signature verification failed',
    formula: 'the type in the sign document is the type URL, where a message has no amino.name',
    note: 'Both were sent to a node of Regen Ledger v7.0.0 (Cosmos SDK 0.53.4).',
  },
  {
    id: 'ERR-LIVE-02',
    title: 'A purchase without max_fee_amount',
    where: ['clients that leave max_fee_amount unset, as the published codecs without that field do'],
    input: '2 credits at 25,000,000 uregen, buyer fee 1 %, no max_fee_amount',
    published: 'the purchase goes through',
    exact: 'refused: max fee: 0uregen, required fee: 500000uregen',
    formula: 'max_fee_amount unset is 0; required: trunc( ask × quantity × buyer rate )',
    note: 'Sent to the same node after governance had set a buyer fee. While the buyer fee is 0, nothing is refused.',
  },
]
