import {
  type Reconciliation,
  type Regen,
  readMessageResponses,
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
    const person = people.find(({ address }) => address === signer)
    if (person === undefined) throw new Error(`there is no key for ${signer}`)
    const { txHash, height, gasUsed, gasWanted, reconciliation } = await regen
      .connectSigner(person.wallets[mode])
      .signAndBroadcast(messages, { mode, pollMs: 200, ...options })
    const { data } = await regen.waitForTx(txHash)
    const gas = { used: gasUsed, limit: gasWanted }
    return { txHash, height, gas, reconciliation, responses: readMessageResponses(data) }
  }

/** What the first message answered, as far as these fields go. */
export const answerOf = <Answer extends object>({ responses: [first] }: SentAction): Answer => {
  if (first === undefined || first.value instanceof Uint8Array)
    throw new Error('the node gave no answer to the message')
  return first.value as Answer
}
