import type { AminoDocument, DirectDocument, OfflineSigner } from '../../client/sign/offlineSigner.ts'
import type { Message } from '../../messages/message.ts'
import { parseMessages } from '../../messages/parseMessages.ts'
import { RegenError } from '../../primitives/errors.ts'
import { AMINO_UNSUPPORTED } from '../../primitives/errorTable.ts'
import { AMINO_CONVERTERS } from '../../wire/aminoJson.ts'
import { unpackMessages } from '../../wire/unpackMessages.ts'
import { decodeAnswerBytes, decodePublicKey, passable } from './decodeAnswers.ts'
import { type KeplrSignOptions, type KeplrWallet, keplrOptions } from './keplr.ts'

/** What is known about the signing when a signer is chosen: chain, messages, and how it should sign. */
export type ChooseOptions = {
  readonly chainId: string
  /** What will be signed, where it is known: a device refuses here instead of later. */
  readonly messages?: readonly Message[]
  /** Default: amino for a device, direct for all others. */
  readonly mode?: 'auto' | 'direct' | 'amino'
  /** Default: keplrOptions, the fee and the memo as given. */
  readonly signOptions?: KeplrSignOptions
}

/** A signer for `regen.connectSigner` and for CosmJS, and how it signs. */
export type ChosenSigner = OfflineSigner & { readonly mode: 'direct' | 'amino'; readonly address: string }

/**
 * Makes a signer of a wallet of Keplr's shape: amino JSON for a Ledger or Keystone, which know nothing else, and direct for all others.
 *
 * The wallet keeps the fee and memo it is given, keys given as text become bytes, an account number of 0 reaches the wallet, and Long account
 * numbers come back as bigints. A device and a message that amino JSON cannot hold: AMINO_UNSUPPORTED, AMINO_HOLLOW or AMINO_TEXT, before anything is signed.
 *
 * @example
 * const signer = await chooseSigner(keplr, { chainId: regen.chainId })
 * await regen.connectSigner(signer).signAndBroadcast(messages)
 */
export async function chooseSigner(wallet: KeplrWallet, options: ChooseOptions): Promise<ChosenSigner> {
  const { chainId, messages = [], signOptions = keplrOptions } = options
  await wallet.enable(chainId)
  const key = await wallet.getKey(chainId)
  const { bech32Address: address, algo } = key
  const isDevice = key.isNanoLedger === true || key.isKeystone === true
  const mode =
    options.mode === undefined || options.mode === 'auto' ? (isDevice ? 'amino' : 'direct') : options.mode
  if (mode === 'amino') requireAmino(parseMessages(unpackMessages(parseMessages(messages))))
  const getAccounts = async () => [{ address, algo, pubkey: decodePublicKey(key.pubKey) }]
  if (mode === 'amino')
    return {
      mode,
      address,
      getAccounts,
      signAmino: async (signer: string, document: AminoDocument) =>
        (await wallet.signAmino(chainId, signer, document as never, signOptions)) as never,
    }
  return {
    mode,
    address,
    getAccounts,
    signDirect: async (signer: string, document: DirectDocument) => {
      const given = { ...document, accountNumber: passable(document.accountNumber) }
      return parseDirectSigned(
        await wallet.signDirect(chainId, signer, given as never, signOptions),
        document,
      )
    },
  }
}

/** What a wallet answers to signDirect, with bytes as bytes and the account number as it was asked for. */
export function parseDirectSigned(
  answer: unknown,
  { bodyBytes, authInfoBytes, chainId, accountNumber }: DirectDocument,
) {
  const { signed, signature } = answer as {
    readonly signed: { readonly bodyBytes: unknown; readonly authInfoBytes: unknown }
    readonly signature: { readonly signature: string }
  }
  return {
    signed: {
      bodyBytes: decodeAnswerBytes(signed.bodyBytes, bodyBytes, 'signed.bodyBytes'),
      authInfoBytes: decodeAnswerBytes(signed.authInfoBytes, authInfoBytes, 'signed.authInfoBytes'),
      chainId,
      accountNumber,
    },
    signature,
  }
}

/** Throws what signing would throw later: AMINO_UNSUPPORTED, AMINO_HOLLOW or AMINO_TEXT, for messages inside others too. */
function requireAmino(messages: readonly Message[]): void {
  for (const { typeUrl, value } of messages) {
    const converter = Object.hasOwn(AMINO_CONVERTERS, typeUrl) ? AMINO_CONVERTERS[typeUrl] : undefined
    if (converter === undefined || value instanceof Uint8Array)
      throw new RegenError(AMINO_UNSUPPORTED, { typeUrl })
    converter.toAmino(value)
  }
}
