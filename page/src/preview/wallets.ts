import type { SendStep } from '../../../src/client/send/sendOptions.ts'
import type { SentTx } from '../../../src/client/send/signAndBroadcast.ts'
import type { Message } from '../../../src/messages/message.ts'
import type { ChosenSigner } from '../../../src/wallet/signers/chooseSigner.ts'
import type { KeplrWallet } from '../../../src/wallet/signers/keplr.ts'
import { failureOf } from '../parts/notice.tsx'

/** A wallet that the reader connected: its name, and what signs. */
export type Wallet = { readonly name: string; readonly signer: ChosenSigner }

const KNOWN: { readonly [name: string]: string } = { Keplr: 'keplr', Leap: 'leap' }

const ASKED = ['enable', 'getKey', 'signDirect', 'signAmino'] as const

/** A wallet of this browser by its name, or undefined. Whatever it throws becomes an error with the code WALLET_REFUSED. */
function walletOf(name: string): KeplrWallet | undefined {
  const found = Reflect.get(window, KNOWN[name] ?? '') as
    | { readonly [method in (typeof ASKED)[number]]: (...args: unknown[]) => unknown }
    | undefined
  if (found === undefined) return undefined
  const asked = ASKED.map(method => [
    method,
    async (...args: unknown[]) => {
      try {
        return await found[method](...args)
      } catch (cause) {
        throw refusal(name, cause)
      }
    },
  ])
  return Object.fromEntries(asked) as KeplrWallet
}

const refusal = (name: string, cause: unknown) => {
  const { message } = failureOf(cause)
  return Object.assign(new Error(`${name} says: ${message}`, { cause }), { code: 'WALLET_REFUSED' })
}

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
  const { chooseSigner } = await import('../../../src/wallet/signers/chooseSigner.ts')
  return { name, signer: await chooseSigner(wallet, { chainId, messages }) }
}

/** What was previewed, and of which chain: on another one it is not sent. */
type ToSend = {
  readonly messages: readonly Message[]
  readonly memo: string
  readonly chainId: string
  /** By what M013 is in force there, as the preview said. */
  readonly feeRouter?: string | undefined
}

/** Signs with the wallet and sends to the node; the preview is made once more, at the newest height, before anything is signed. */
export async function sendWith(
  url: string,
  { signer }: Wallet,
  { messages, memo, chainId, feeRouter }: ToSend,
  onStep: (step: SendStep) => void,
): Promise<SentTx> {
  const { connectRegen } = await import('../../../src/client/connectRegen.ts')
  const regen = await connectRegen(url, { chainId })
  try {
    return await regen.connectSigner(signer).signAndBroadcast(messages, {
      ...{ memo, onStep },
      ...(feeRouter !== undefined && { feeRouter }),
    })
  } finally {
    regen.disconnect()
  }
}
