import { RegenError } from '../../../primitives/errors.ts'
import { TX_FAILED } from '../../../primitives/errorTable/sending.ts'
import type { TxFailure } from './explainFailure.ts'

/** A failure as an error of this SDK, with the way out that belongs to it. */
export const txError = (failure: TxFailure, hash: string): RegenError<'TX_FAILED'> => {
  const { name, codespace, code, messageIndex, reason, meaning, fix } = failure
  return new RegenError({ ...TX_FAILED, fix }, { hash, name, codespace, code, messageIndex, reason, meaning })
}
