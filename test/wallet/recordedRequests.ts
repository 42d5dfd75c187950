import { AminoTypes } from '@cosmjs/stargate'
import { aminoConverters } from '../../src/cosmjs.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { parseSignRequest, type TransactionRequest } from '../../src/wallet/index.ts'
import { AMINO_CONVERTERS } from '../../src/wire/aminoJson.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { type RecordedTx, recordedTxs } from '../support/recordings.ts'
import { fromBase64 } from '../wire/recordings.ts'

/** A recorded transaction as its document before it was signed. */
export function directDocument({ txBytes, chainId, accountNumber }: RecordedTx) {
  const { bodyBytes, authInfoBytes } = TxRaw.decode(fromBase64(txBytes))
  return { bodyBytes, authInfoBytes, chainId, accountNumber: BigInt(accountNumber) }
}

const messagesOf = ({ txBytes }: RecordedTx) => decodeTx(fromBase64(txBytes)).body.messages

const types = new AminoTypes({ ...aminoConverters })

/** Null where a message inside has no amino form. */
function aminoOf(messages: ReturnType<typeof messagesOf>) {
  try {
    return messages.map(message => types.toAmino(message))
  } catch (error) {
    if (isRegenError(error, 'AMINO_UNSUPPORTED')) return null
    throw error
  }
}

/** The StdSignDoc of a recorded transaction, made by CosmJS; null where a message has no amino form here. */
export function aminoDocument(tx: RecordedTx) {
  const messages = messagesOf(tx)
  if (messages.some(({ typeUrl }) => !Object.hasOwn(AMINO_CONVERTERS, typeUrl))) return null
  const msgs = aminoOf(messages)
  if (msgs === null) return null
  return {
    chain_id: tx.chainId,
    account_number: tx.accountNumber,
    sequence: tx.sequence,
    fee: { amount: tx.fee.amount.map(coin => ({ ...coin })), gas: tx.fee.gas },
    msgs,
    memo: tx.memo,
  }
}

export const recorded: readonly RecordedTx[] = recordedTxs()

/** Read as a transaction, or the test fails. */
export function readTx(given: unknown): TransactionRequest {
  const request = parseSignRequest(given)
  if (request.kind !== 'transaction') throw new Error('it is no transaction')
  return request
}
