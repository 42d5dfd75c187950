import type { Message } from '../../messages/message.ts'
import type { Coin } from '../../primitives/coin.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { encodeAuthInfo, encodeTxBody, type PlainTx } from '../../wire/decodeTx.ts'
import type { SignMode } from '../../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'

/** A transaction before it is signed. */
export type TxPlan = {
  readonly chainId: string
  readonly messages: readonly Message[]
  readonly memo: string
  /** 0: none. */
  readonly timeoutHeight: bigint
  readonly gasLimit: bigint
  /** Null for a gas price of zero. A wallet may make it zero of a denom. */
  readonly fee: Coin | null
  /** Empty: the first signer. */
  readonly feePayer: string
  readonly feeGranter: string
  readonly signers: readonly TxSigner[]
}

export type TxSigner = {
  readonly address: string
  readonly pubkey: Uint8Array
  readonly accountNumber: bigint
  readonly sequence: bigint
}

type Body = PlainTx['body']

export const bodyBytesOf = ({
  messages,
  memo,
  timeoutHeight,
}: Pick<TxPlan, 'messages' | 'memo' | 'timeoutHeight'>): Uint8Array => {
  try {
    return encodeTxBody({
      messages: messages as Body['messages'],
      memo,
      timeoutHeight,
      unordered: false,
      timeoutTimestamp: undefined,
      extensionOptions: [],
      nonCriticalExtensionOptions: [],
    })
  } catch (error) {
    // Messages outside of the catalog are not looked at before.
    if (isRegenError(error)) throw error
    const issues = `✖ a message cannot be encoded: ${sanitize(String(error))}`
    throw new RegenError(INPUT_INVALID, { what: 'messages', issues }, { cause: error })
  }
}

type PublicKey = { readonly typeUrl: string; readonly value: Uint8Array }

/** Public keys in the order of the signers. */
export const authInfoBytesOf = (
  { signers, fee, gasLimit, feePayer, feeGranter }: TxPlan,
  mode: SignMode,
  publicKeys: readonly PublicKey[],
): Uint8Array =>
  encodeAuthInfo({
    signerInfos: signers.map(({ sequence }, index) => ({
      publicKey: publicKeys[index],
      modeInfo: { single: { mode }, multi: undefined },
      sequence,
    })),
    fee: {
      amount: fee === null ? [] : [{ denom: fee.denom, amount: fee.amount.toString() }],
      gasLimit,
      payer: feePayer,
      granter: feeGranter,
    },
    tip: undefined,
  })
