import type { Change } from './change.ts'

const SEND = 'client/send'
const FATE = 'client/send/fate.test.ts'
const GAS = 'client/gasLimits.test.ts'
const ANSWERS = 'client/whatAnswersProve.test.ts'
const SIGNED = 'client/signedByWallets.test.ts'
const BEFORE = 'client/beforeSigning.test.ts'

/** Gas, sequences, signatures, limits: what must hold of everything that is signed and sent. */
export const SENDING: readonly Change[] = [
  {
    what: 'the gas that a simulation leaves out is forgotten, and there is no margin',
    file: `${SEND}/gas/gasLimit.ts`,
    from: 'const GAS_LEFT_OUT = 3_429n',
    to: 'const GAS_LEFT_OUT = -9_000n',
    test: GAS,
    title:
      "gas is estimated too low, so small transactions fail 'seal batch': not out of gas, and the limit is at most 1.25 × what was used",
  },
  {
    what: 'bytes that the limit and the fee add are not counted',
    file: `${SEND}/gas/gasLimit.ts`,
    from: 'GAS_PER_BYTE * bytesMore',
    to: 'GAS_PER_BYTE * 0n * bytesMore',
    test: GAS,
    title: 'gas is estimated too low, so small transactions fail gasMargin is what the caller says',
  },
  {
    what: 'a simulation has no signature',
    file: `${SEND}/gas/simulateTx.ts`,
    from: 'new Uint8Array(64)',
    to: 'new Uint8Array(0)',
    test: GAS,
    title:
      'gas is estimated too low, so small transactions fail what is simulated is what is sent: fee, payer, granter, keys, memo, timeout height and sign mode',
  },
  {
    what: 'transactions carry no timeout height',
    file: `${SEND}/broadcast/timeoutHeight.ts`,
    from: "timeoutHeight === 'none' ? 0n",
    to: "timeoutHeight !== '' ? 0n",
    test: ANSWERS,
    title:
      'a lying node gets several valid transactions every signed transaction carries a timeout height, so that it is certain in bounded time',
  },
  {
    what: 'one node is enough to sign anew',
    file: `${SEND}/broadcast/fate.ts`,
    from: 'const WITNESSES = 2',
    to: 'const WITNESSES = 1',
    test: FATE,
    title: 'USED_BY_OTHERS by one node proves what the table says, and is never enough to sign anew',
  },
  {
    what: 'a sequence that is said to be used proves that the transaction is out',
    file: `${SEND}/broadcast/fate.ts`,
    from: "answer: 'code 32, a higher sequence expected',\n    proves: 'unknown',",
    to: "answer: 'code 32, a higher sequence expected',\n    proves: 'out',",
    test: FATE,
    title: 'two nodes that say that the sequence is used prove nothing',
  },
  {
    what: 'one node that does not know is overruled',
    file: `${SEND}/broadcast/fate.ts`,
    from: 'const isForGood = last.size > 0 && [...last.values()].every(row => row.forGood === true)',
    to: 'const isForGood = last.size > 0 && [...last.values()].some(row => row.forGood === true)',
    test: ANSWERS,
    title:
      'a lying node gets several valid transactions beside an honest one: one signature, one transaction, and the question stays open',
  },
  {
    what: 'a result from before the broadcast is taken for the new one',
    file: `${SEND}/broadcast/lookForTx.ts`,
    from: "return found.height > after ? 'FOUND' : 'FOUND_BEFORE'",
    to: "return found.height > after - after ? 'FOUND' : 'FOUND_BEFORE'",
    test: ANSWERS,
    title:
      'a payment is reported as failed, and the user may pay twice a result at or below the height of the broadcast belongs to an earlier inclusion: keep waiting',
  },
  {
    what: 'a definite refusal of the node is not known as one',
    file: `${SEND}/broadcast/broadcastTx.ts`,
    from: 'return NOT_READ.test(reason) ||',
    to: 'return',
    test: ANSWERS,
    title:
      'definite refusals bytes refused at broadcast for good (tx too large): TX_REFUSED, and the sequence is free',
  },
  {
    what: 'a sequence that a block did not use stays taken',
    file: `${SEND}/signAndBroadcast.ts`,
    from: 'if (found.code !== 0 && !',
    to: 'if (found.code < 0 && !',
    test: ANSWERS,
    title:
      'definite refusals a transaction that reached a block and was refused by the ante handler does not make every later send fail',
  },
  {
    what: 'signatures are not checked',
    file: 'client/sign/verifySignature.ts',
    from: 'if (!holds) throw',
    to: 'if (!holds && address === "") throw',
    test: SIGNED,
    title: 'hostile wallets direct: a signature that does not verify is not broadcast',
  },
  {
    what: 'the fee that the wallet signed is not held against the limit',
    file: `${SEND}/sendTx.ts`,
    from: 'requireWithin(fee.coin, most)',
    to: 'requireWithin(plan.fee, most)',
    test: SIGNED,
    title:
      'hostile wallets maxGasFee holds for what the wallet signed: a fee raised a million times is not sent',
  },
  {
    what: 'all accounts of a wallet wait for each other',
    file: 'client/connection.ts',
    from: 'accounts.map(account => last.get(account))',
    to: '[...last.values()]',
    test: SIGNED,
    title: 'hostile wallets signDirect that never settles blocks neither other wallets nor other accounts',
  },
  {
    what: 'what another wallet sent meanwhile is not looked at',
    file: `${SEND}/sendTx.ts`,
    from: 'if (isOvertaken(connection, plan)) continue',
    to: 'if (isOvertaken(connection, plan) && signing > SIGNINGS) continue',
    test: SIGNED,
    title:
      'hostile wallets two wallets of one account that sign at the same time never send one sequence twice',
  },
  {
    what: 'what the caller’s own code throws after the broadcast ends the call',
    file: `${SEND}/signAndBroadcast.ts`,
    from: '    // The call goes on, and its result tells the rest.\n',
    to: "    throw new Error('onStep')\n",
    test: ANSWERS,
    title:
      'a payment is reported as failed, and the user may pay twice an onStep that throws after the broadcast loses nothing',
  },
  {
    what: 'the bid is no bound of what a purchase can cost',
    file: `${SEND}/debits.ts`,
    from: 'mulCeil(bid, ratio(credits, CREDIT))',
    to: 'mulCeil(0n, ratio(credits, CREDIT))',
    test: BEFORE,
    title: 'at most a bid a million times the ask is refused: the seller may raise the price up to it',
  },
  {
    what: 'what nobody can preview is signed',
    file: `${SEND}/checkPreview.ts`,
    from: 'if (untold.length > 0) throw',
    to: 'if (untold.length < 0) throw',
    test: BEFORE,
    title:
      'messages that the registry knows and the catalog does not are not trimmed and signed what cannot be previewed is not signed unless allowed by name',
  },
]
