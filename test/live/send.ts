import type { AminoSigning, DirectSigning } from '../../src/client/sign/offlineSigner.ts'
import {
  decodeMessageResponses,
  type OfflineSigner,
  type Reconciliation,
  type Regen,
  type SendOptions,
  type SigningMode,
} from '../../src/client.ts'
import type { Action } from './actions/action.ts'
import type { Person } from './people.ts'

/** What became of an action that was sent. */
export type SentAction = {
  readonly txHash: string
  readonly height: bigint
  /** What the block used, and the limit that was signed. */
  readonly gas: { readonly used: bigint; readonly limit: bigint }
  readonly reconciliation: Reconciliation
  /** What the messages answered, in their order. */
  readonly responses: readonly { readonly typeUrl: string; readonly value: object }[]
}

/** Previews, signs, broadcasts and reconciles; throws what the client throws. */
export type Send = (action: Action, mode: SigningMode, options?: SendOptions) => Promise<SentAction>

/** Sends with the wallets of these people. */
export const sendWith =
  (regen: Regen, people: readonly Person[]): Send =>
  async ({ signer, messages }, mode, options) => {
    if (!people.some(({ address }) => address === signer)) throw new Error(`there is no key for ${signer}`)
    const { txHash, height, gasUsed, gasWanted, reconciliation } = await regen
      .connectSigner(allOf(people, signer, mode))
      .signAndBroadcast(messages, { mode, pollMs: 200, ...options })
    const { data } = await regen.waitForTx(txHash)
    const gas = { used: gasUsed, limit: gasWanted }
    return { txHash, height, gas, reconciliation, responses: decodeMessageResponses(data) }
  }

/** One wallet with the accounts of all, the signer's first. */
function allOf(people: readonly Person[], signer: string, mode: SigningMode): OfflineSigner {
  const order = [...people].sort((a, b) => Number(b.address === signer) - Number(a.address === signer))
  const wallet = (address: string) => {
    const person = people.find(each => each.address === address)
    if (person === undefined) throw new Error(`there is no key for ${address}`)
    return person.wallets
  }
  const getAccounts = async () =>
    (await Promise.all(order.map(({ wallets }) => wallets[mode].getAccounts()))).flat()
  if (mode === 'direct')
    return {
      getAccounts,
      signDirect: (address, document) =>
        (wallet(address).direct as DirectSigning).signDirect(address, document),
    }
  return {
    getAccounts,
    signAmino: (address, document) => (wallet(address).amino as AminoSigning).signAmino(address, document),
  }
}

/** What the first message answered, as far as these fields go. */
export const answerOf = <Answer extends object>({ responses: [first] }: SentAction): Answer => {
  if (first === undefined || first.value instanceof Uint8Array)
    throw new Error('the node gave no answer to the message')
  return first.value as Answer
}
