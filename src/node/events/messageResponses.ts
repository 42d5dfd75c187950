import { RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { TxMsgData } from '../../wire/generated/cosmos/base/abci/v1beta1/abci.ts'
import { CODECS, decodeOrExplain, type PlainAny } from '../../wire/registry.ts'

/**
 * What each message of a transaction answered, in their order: the new class id, the sell order ids, the tokens received.
 * From `tx_result.data`, empty for a failed transaction. A response of an unknown type keeps its bytes.
 *
 * @example
 * decodeMessageResponses(new Uint8Array()) // []
 */
export function decodeMessageResponses(data: Uint8Array): readonly PlainAny[] {
  try {
    return decodeOrExplain(TxMsgData, data, 'TxMsgData').msgResponses.map(({ typeUrl, value }) => {
      const codec = CODECS.get(typeUrl)
      return { typeUrl, value: codec ? decodeOrExplain(codec, value, typeUrl) : value }
    })
  } catch (cause) {
    const issues = cause instanceof Error ? cause.message : String(cause)
    throw new RegenError(RESPONSE_INVALID, { query: 'tx_result.data', issues }, { cause })
  }
}
