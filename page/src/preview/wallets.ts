import type { SendStep } from '../../../src/client/send/sendOptions.ts'
import type { SentTx } from '../../../src/client/send/signAndBroadcast.ts'
import type { Message } from '../../../src/messages/message.ts'
import type { ChosenSigner } from '../../../src/wallet/chooseSigner.ts'
import type { KeplrWallet } from '../../../src/wallet/keplr.ts'

/** A wallet that the reader connected: its name, and what signs. */
export type Wallet = { readonly name: string; readonly signer: ChosenSigner }

const KNOWN: { readonly [name: string]: string } = { Keplr: 'keplr', Leap: 'leap' }

const walletOf = (name: string): KeplrWallet | undefined =>
  Reflect.get(window, KNOWN[name] ?? '') as KeplrWallet | undefined

/** The names of the wallets that are in this browser. */
export const walletsHere = (): readonly string[] =>
  Object.keys(KNOWN).filter(name => walletOf(name) !== undefined)

export async function connectWallet(
  name: string,
  chainId: string,
  messages: readonly Message[],
): Promise<Wallet> {
  const wallet = walletOf(name)
  if (wallet === undefined) throw new Error(`${name} is not here any more.`)
  const { chooseSigner } = await import('../../../src/wallet/chooseSigner.ts')
  return { name, signer: await chooseSigner(wallet, { chainId, messages }) }
}

/** Signs with the wallet and sends to the node; the preview is made once more, at the newest height, before anything is signed. */
export async function sendWith(
  url: string,
  { signer }: Wallet,
  messages: readonly Message[],
  onStep: (step: SendStep) => void,
): Promise<SentTx> {
  const { connectRegen } = await import('../../../src/client/connectRegen.ts')
  const regen = await connectRegen(url)
  try {
    return await regen.connectSigner(signer).signAndBroadcast(messages, { onStep })
  } finally {
    regen.disconnect()
  }
}
