import type { Coin } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SIGNER_UNUSABLE } from '../../primitives/errorTable.ts'
import { txHash } from '../../primitives/txHash.ts'
import { TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import { type OfflineSigner, signsAmino, signsDirect } from './offlineSigner.ts'
import { signAmino } from './signAmino.ts'
import { signDirect } from './signDirect.ts'
import type { TxPlan } from './txPlan.ts'

/** The form of the document that a wallet shows and signs. Ledger devices know amino JSON only. */
export type SigningMode = 'direct' | 'amino'

/** What was signed for the gas, which the wallet may have changed. */
export type SignedFee = {
  readonly coin: Coin | null
  readonly gasLimit: bigint
  /** Empty: the first signer. */
  readonly payer: string
  readonly granter: string
}

/** A transaction ready to be sent. */
export type SignedTx = {
  readonly bytes: Uint8Array
  /** Upper-case hexadecimal SHA-256 of the bytes. */
  readonly hash: string
  readonly fee: SignedFee
}

/** What a way of signing gives back; the wallet may have changed fee and memo. */
export type Signed = {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  /** In the order of the signers. */
  readonly signatures: readonly Uint8Array[]
  readonly fee: SignedFee
}

/** Signs with every signer of the plan. Direct mode where the wallet has it, unless told otherwise. What the wallet throws is passed on. */
export async function signTx(
  signer: OfflineSigner,
  plan: TxPlan,
  mode: SigningMode | undefined,
): Promise<SignedTx> {
  const { bodyBytes, authInfoBytes, signatures, fee } = await signWith(signer, plan, mode)
  const bytes = TxRaw.encode({ bodyBytes, authInfoBytes, signatures: [...signatures] }).finish()
  return { bytes, hash: txHash(bytes), fee }
}

function signWith(signer: OfflineSigner, plan: TxPlan, mode: SigningMode | undefined): Promise<Signed> {
  if (mode !== 'amino' && signsDirect(signer)) return signDirect(signer, plan)
  if (mode !== 'direct' && signsAmino(signer)) return signAmino(signer, plan)
  throw new RegenError(SIGNER_UNUSABLE, { reason: `it cannot sign in ${mode ?? 'direct or amino'} mode` })
}
