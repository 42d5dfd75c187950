import type { Change } from './change.ts'

/** Messages of other libraries, what is encoded of them, and the rules of the SDK's own modules. */
export const MESSAGES: readonly Change[] = [
  {
    what: 'of two spellings of a field the last one wins',
    file: 'messages/parse/foreignForms.ts',
    from: 'if (fields.has(name)) throw',
    to: 'if (fields.has(name) && name === given) throw',
    test: 'messages/otherLibraries.test.ts',
    title: 'ids, null and spellings `sell_order_id` beside `sellOrderId` is refused, not the last one taken',
  },
  {
    what: 'a Long above 2^63 becomes negative',
    file: 'messages/parse/foreignForms.ts',
    from: 'return unsigned ? BigInt.asUintN(64, bits) : BigInt.asIntN(64, bits)',
    to: 'return BigInt.asIntN(64, bits)',
    test: 'messages/otherLibraries.test.ts',
    title: 'ids, null and spellings ids as Long, bigint, text or number',
  },
  {
    what: 'a misspelt field is dropped when a message is encoded',
    file: 'wire/lostFrom.ts',
    from: 'if (!Object.hasOwn(kept, name))',
    to: "if (!Object.hasOwn(kept, name) && name === '')",
    test: 'wire/whole.test.ts',
    title:
      'messages that the registry knows and the catalog does not are never trimmed and signed a misspelt `expires` of MsgGrant',
  },
  {
    what: 'a Date is taken for an absent time',
    file: 'wire/lostFrom.ts',
    from: '(isEmpty(given) && !isPlain(given))',
    to: 'false',
    test: 'wire/whole.test.ts',
    title:
      'messages that the registry knows and the catalog does not are never trimmed and signed an expiration as Date',
  },
  {
    what: 'a sign document of account 0 is taken for a transaction with one signature',
    file: 'wire/decodeTx.ts',
    from: 'if (document !== null)',
    to: 'if (document !== null && document.accountNumber > 0n)',
    test: 'wire/whole.test.ts',
    title: 'decodeTx of SignDoc bytes says what they are, and does not misread them with account number 0n',
  },
  {
    what: 'the denom of a coin may hold a line separator in amino JSON',
    file: 'wire/aminoJson.ts',
    from: 'denom: aminoText(value.denom, ',
    to: 'denom: ((text: string, _: string) => text)(value.denom, ',
    test: 'wire/aminoDocuments.test.ts',
    title: 'text with U+2028 or U+2029, which wallets write otherwise, is refused by the name of its field',
  },
  {
    what: 'an empty deposit is left out of amino JSON',
    file: 'wire/aminoJson.ts',
    from: "'/cosmos.gov.v1.MsgSubmitProposal': { initialDeposit: [] },",
    to: '',
    test: 'wire/aminoDocuments.test.ts',
    title: 'sign bytes are those of the chain’s own encoder /cosmos.gov.v1.MsgSubmitProposal',
  },
  {
    what: 'anybody may run the messages of anybody',
    file: 'messages/keeper/grants.ts',
    from: "else if (grant === 'absent')",
    to: "else if (grant === 'absent' && granter === grantee)",
    test: 'preview/cosmosVerdicts.test.ts',
    title:
      'gov, group, authz, bank, feegrant, staking every message that it refused gets one, but for state that nobody asked for',
  },
  {
    what: 'a deposit in any denom is fine',
    file: 'messages/cosmos/govSubmitProposal.ts',
    from: 'if (strange) refuse',
    to: 'if (strange && expedited) refuse',
    test: 'preview/cosmosVerdicts.test.ts',
    title:
      'gov, group, authz, bank, feegrant, staking a deposit in a denom that governance does not take is said by field',
  },
  {
    what: 'what fails inside of a group proposal that is tried stops the transaction',
    file: 'preview/run/runMessages.ts',
    from: 'record.lenient = tried\n',
    to: 'record.lenient = false\n',
    test: 'preview/cosmosVerdicts.test.ts',
    title:
      'gov, group, authz, bank, feegrant, staking no message that the node accepted gets a blocking warning',
  },
  {
    what: 'an amount that nobody can hold is computed with',
    file: 'messages/keeper/credits.ts',
    from: "return amount < MAX_CREDITS ? amount : 'beyond'",
    to: 'return amount',
    test: 'preview/linear.test.ts',
    title:
      'amounts of 100,000 digits are never computed with the limit: 10^90 millionths of a credit are as good as any larger amount',
  },
]
