import { fromBase64 } from '../../primitives/base64.ts'
import { TxBody, TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'

/** The memo of a transaction from its bytes in base64; empty where there is none, and where the bytes are no transaction. */
export function memoOf(tx: string): string {
  try {
    return TxBody.decode(TxRaw.decode(fromBase64(tx)).bodyBytes).memo
  } catch {
    return ''
  }
}
