import type { Change } from './change.ts'

const PREVIEW = 'wallet/previewSignRequest.test.ts'
const REQUEST = 'wallet/parseSignRequest.test.ts'
const DECEPTIONS = 'wallet/deceptions.test.ts'
const REFUSED =
  'what the ledger refuses blocks; so do a fee below the node’s, a passed timeout, another chain'
const UNKNOWN = 'an allowance pays the gas, and what is not known is not zero'
const BEFORE_AND_AFTER = 'what each account has before and after, the gas fee as signed included'
const WRONG = 'what is wrong with a document'
const PAYER = `${WRONG} who pays: an allowance, another payer, a fee of several coins, a high one, none`
const SIGNERS = `${WRONG} a signer that is not needed, a key of somebody else, a mode that is not direct`
const ONE_ENCODING = 'bytes that other programs could read otherwise are refused'

/** What a wallet is asked to sign: what is shown of it, and what blocks it. */
export const WALLET: readonly Change[] = [
  {
    what: 'a timeout of this very block has not passed',
    file: 'wallet/previewSignRequest.ts',
    from: 'timeoutHeight <= snapshot.height',
    to: 'timeoutHeight < snapshot.height',
    test: PREVIEW,
    title: REFUSED,
  },
  {
    what: 'the least gas fee is rounded down',
    file: 'wallet/previewSignRequest.ts',
    from: 'mulCeil(gasLimit, amount)',
    to: '(gasLimit * amount.num) / amount.den',
    test: PREVIEW,
    title: REFUSED,
  },
  {
    what: 'a balance that is not known is 0',
    file: 'wallet/balanceChanges.ts',
    from: 'complete.includes(table) ? 0n : null',
    to: 'complete.includes(table) ? 0n : 0n',
    test: PREVIEW,
    title: UNKNOWN,
  },
  {
    what: 'the gas is taken from the signer, whoever’s allowance pays it',
    file: 'wallet/request/parseSignRequest.ts',
    from: 'feePayer: fee.granter || fee.payer || first',
    to: 'feePayer: fee.payer || first',
    test: PREVIEW,
    title: UNKNOWN,
  },
  {
    what: 'nobody receives the gas fee',
    file: 'wallet/balanceChanges.ts',
    from: 'changes.add([MODULE_ACCOUNTS.fee_collector, denom], amount)',
    to: 'void MODULE_ACCOUNTS',
    test: PREVIEW,
    title: BEFORE_AND_AFTER,
  },
  {
    what: 'of a gas fee of several coins one counts',
    file: 'wallet/balanceChanges.ts',
    from: ', ...otherGas]',
    to: ', ...otherGas.slice(0, 0)]',
    test: PREVIEW,
    title: 'all coins of a gas fee of several are counted',
  },
  {
    what: 'a message that nobody knows may be signed',
    file: 'wallet/findings.ts',
    from: 'blocks || UNKNOWN.has(code)',
    to: 'blocks && !UNKNOWN.has(code)',
    test: DECEPTIONS,
    title:
      'types that a program may take for others are nothing anybody vouches for a type URL of another host',
  },
  {
    what: 'the chain of the session does not matter',
    file: 'wallet/request/parseSignRequest.ts',
    from: '[options.chainId, envelope.chainId]',
    to: '[options.chainId]',
    test: REQUEST,
    title: `${WRONG} another chain than the wallet’s, than the session’s`,
  },
  {
    what: 'somebody is asked to sign for nothing',
    file: 'wallet/request/parseSignRequest.ts',
    from: 'asked === null || signers.some',
    to: 'asked !== null || signers.some',
    test: REQUEST,
    title: SIGNERS,
  },
  {
    what: 'a key of somebody else stands for a signer',
    file: 'wallet/request/parseSignRequest.ts',
    from: 'address === null || sameAccount(address, signer)',
    to: 'address === null || sameAccount(address, address)',
    test: REQUEST,
    title: SIGNERS,
  },
  {
    what: 'just 2.5 uregen for a unit of gas is a high fee',
    file: 'wallet/request/parseSignRequest.ts',
    from: 'uregen.amount * HIGH.den > gasLimit * HIGH.num',
    to: 'uregen.amount * HIGH.den >= gasLimit * HIGH.num',
    test: REQUEST,
    title: PAYER,
  },
  {
    what: 'bytes that are not shown are signed all the same',
    file: 'wallet/request/openDirect.ts',
    from: 'if (!tx.exact)',
    to: 'if (!tx.exact && raw.length === 0)',
    test: REQUEST,
    title: `${ONE_ENCODING} auth info: an unknown field`,
  },
  {
    what: 'the options of a document are not looked at',
    file: 'wallet/request/openDirect.ts',
    from: '...tx.body.extensionOptions.map',
    to: '...tx.body.extensionOptions.slice(0, 0).map',
    test: DECEPTIONS,
    title:
      'what stands around the messages of a direct document options that the chain has to know, and those that it may not know',
  },
  {
    what: 'an amino message may have fields that are not shown',
    file: 'wallet/request/openAmino.ts',
    from: '!== sortedJson(value))',
    to: "=== '')",
    test: REQUEST,
    title: `${ONE_ENCODING} amino: a field that the message has not, an empty text written out, a name twice`,
  },
  {
    what: 'a name of before v7 is taken',
    file: 'wallet/request/openAmino.ts',
    from: "legacy === undefined ? [] : [finding('AMINO_NAME_REFUSED', where, type, legacy)]",
    to: "legacy !== '' ? [] : [finding('AMINO_NAME_REFUSED', where, type, legacy)]",
    test: DECEPTIONS,
    title: 'amino JSON every name of before v7 is known for what it was, and blocks',
  },
  {
    what: 'the lower half of a Long has a sign',
    file: 'wallet/request/givenRequest.ts',
    from: 'BigInt.asUintN(32, BigInt(low))',
    to: 'BigInt(low)',
    test: REQUEST,
    title: `${ONE_ENCODING} an account number of {"low":-1,"high":0} is 4294967295n`,
  },
  {
    what: 'letters that are turned around make another name',
    file: 'wallet/lookAlikes.ts',
    from: ' || restA === swapped',
    to: ' && swapped.length >= 0',
    test: REQUEST,
    title: `${WRONG} the denom uergen looks like uregen`,
  },
  {
    what: 'an account with one’s own ends is not noticed',
    file: 'wallet/lookAlikes.ts',
    from: 'a.length > 32 &&',
    to: 'a.length > 320 &&',
    test: REQUEST,
    title: `${WRONG} the account of a module, and one that looks like the signer’s`,
  },
  {
    what: 'data with a chain id is only data',
    file: 'wallet/request/arbitraryData.ts',
    from: "chain_id === '' &&",
    to: 'chain_id.length >= 0 &&',
    test: REQUEST,
    title: 'data to sign that is no transaction (ADR-36) is refused where it has what only transactions have',
  },
  {
    what: 'a document to sign is signed as data',
    file: 'wallet/request/arbitraryData.ts',
    from: 'isDocument(bytes) ?',
    to: 'isDocument(bytes) && bytes.length === 0 ?',
    test: REQUEST,
    title: 'data to sign that is no transaction (ADR-36) that is itself a document is a trick',
  },
  {
    what: 'a Keystone signs direct documents',
    file: 'wallet/signers/chooseSigner.ts',
    from: 'key.isNanoLedger === true || key.isKeystone === true',
    to: 'key.isNanoLedger === true',
    test: 'wallet/wallets.test.ts',
    title: 'chooseSigner a Keystone: by the device',
  },
]
