import { isRegenError } from '../../primitives/errors.ts'
import { txHash } from '../../primitives/txHash.ts'
import { TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { SigningMode } from './chooseMode.ts'
import { type AminoSigning, type DirectSigning, type OfflineSigner, signsAmino } from './offlineSigner.ts'
import { signAmino } from './signAmino.ts'
import { signDirect } from './signDirect.ts'
import type { Signed, SignedFee } from './signedFee.ts'
import type { TxPlan } from './txPlan.ts'

/** A transaction ready to be sent. */
export type SignedTx = {
  readonly bytes: Uint8Array
  /** Upper-case hexadecimal SHA-256 of the bytes. */
  readonly hash: string
  readonly memo: string
  readonly fee: SignedFee
}

/**
 * Signs with every signer of the plan; each signature is checked before anything is sent. What the wallet throws is passed on.
 *
 * @param mode As chosen by chooseMode.
 * @param isAsked Whether the caller has named the mode: then it is never another one.
 */
export async function signTx(
  signer: OfflineSigner,
  plan: TxPlan,
  mode: SigningMode,
  isAsked: boolean,
): Promise<SignedTx> {
  const { bodyBytes, authInfoBytes, signatures, memo, fee } = await signWith(signer, plan, mode, isAsked)
  const bytes = TxRaw.encode({ bodyBytes, authInfoBytes, signatures: [...signatures] }).finish()
  return { bytes, hash: txHash(bytes), memo, fee }
}

async function signWith(
  signer: OfflineSigner,
  plan: TxPlan,
  mode: SigningMode,
  isAsked: boolean,
): Promise<Signed> {
  if (mode === 'amino') return signAmino(signer as AminoSigning, plan)
  try {
    return await signDirect(signer as DirectSigning, plan)
  } catch (error) {
    // Nothing is signed yet: the wallet says only now that its key is on a device.
    if (!isAsked && signsAmino(signer) && saysLedger(error)) return signAmino(signer, plan)
    throw error
  }
}

/** Some wallets offer signDirect for every key and refuse it in these words. */
const saysLedger = (error: unknown): boolean =>
  !isRegenError(error) && /ledger/i.test(String(error)) && /direct|amino/i.test(String(error))
