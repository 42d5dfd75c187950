import { AuthInfo, TxBody } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'

/** What wallets of Keplr's shape change of a document before they sign it. */
export type WalletEdits = {
  /** uregen for 1,000 units of gas: the wallet's "average" price. */
  readonly feePerThousandGas: bigint
  /** Typed into the wallet by its user. */
  readonly memo: string | null
}

export type EditOptions = { readonly preferNoSetFee?: boolean; readonly preferNoSetMemo?: boolean }

type StdDoc = {
  readonly fee: { readonly amount: readonly unknown[]; readonly gas: string }
  readonly memo: string
}

/** A fee of two coins or more is kept, as is one that the page asks to keep. */
const keepsFee = (coins: number, { preferNoSetFee }: EditOptions): boolean =>
  preferNoSetFee === true || coins >= 2

const feeFor = (gas: bigint, { feePerThousandGas }: WalletEdits) => [
  { denom: 'uregen', amount: ((gas * feePerThousandGas + 999n) / 1000n).toString() },
]

export function editAmino<Doc extends StdDoc>(document: Doc, edits: WalletEdits, options: EditOptions): Doc {
  const { fee, memo } = document
  return {
    ...document,
    fee: keepsFee(fee.amount.length, options) ? fee : { ...fee, amount: feeFor(BigInt(fee.gas), edits) },
    memo: edits.memo === null || options.preferNoSetMemo === true ? memo : edits.memo,
  }
}

export function editDirect(
  { bodyBytes, authInfoBytes }: { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array },
  edits: WalletEdits,
  options: EditOptions,
): { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array } {
  const authInfo = AuthInfo.decode(authInfoBytes)
  const { fee } = authInfo
  const keepsMemo = edits.memo === null || options.preferNoSetMemo === true
  return {
    bodyBytes: keepsMemo
      ? bodyBytes
      : TxBody.encode({ ...TxBody.decode(bodyBytes), memo: edits.memo ?? '' }).finish(),
    authInfoBytes:
      fee === undefined || keepsFee(fee.amount.length, options)
        ? authInfoBytes
        : AuthInfo.encode({ ...authInfo, fee: { ...fee, amount: feeFor(fee.gasLimit, edits) } }).finish(),
  }
}
