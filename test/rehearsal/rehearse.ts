import { expect } from 'vitest'
import type { Regen, SigningMode } from '../../src/client.ts'
import type { Message } from '../../src/messages/message.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import type { Action } from '../live/actions/action.ts'
import type { Person } from '../live/people.ts'
import { type Send, type SentAction, sendWith } from '../live/send.ts'
import { REHEARSAL } from './unsent.ts'

/** What a chain would have answered: ids that exist in the recordings. */
export type Answers = { readonly [typeUrl: string]: object | undefined }

const OTHER: { readonly [mode in SigningMode]: SigningMode } = { direct: 'amino', amino: 'direct' }

/**
 * Does all that a live run does with an action, in both signing modes, except sending it: the preview must not block, and the signed
 * bytes must say what was asked. What the chain would have answered is taken from `answers`.
 */
export const rehearse =
  (regen: Regen, people: readonly Person[], kept: Uint8Array[], answers: Answers): Send =>
  async (action, mode, options): Promise<SentAction> => {
    const send = sendWith(regen, people)
    // The recorded proposals have ended: a vote on them would fail, and is signed here all the same.
    const votes = action.messages.some(({ typeUrl }) => typeUrl.endsWith('.MsgVote'))
    const given = votes ? { ...options, allow: ['WOULD_FAIL'] as const } : options
    for (const each of [mode, OTHER[mode]]) {
      const error = await send(action, each, given).catch((error: unknown) => error)
      if (!isRegenError(error, 'TX_REFUSED') || error.context.codespace !== REHEARSAL) throw error
      expectSame(kept.pop() ?? new Uint8Array(), action)
    }
    return {
      txHash: '',
      height: 0n,
      gas: { used: 1n, limit: 1n },
      // Nothing was sent, so nothing can be compared.
      reconciliation: { status: 'partial', failure: null, lines: [], differences: [], notReconciled: [] },
      responses: action.messages.map(({ typeUrl }) => ({
        typeUrl: `${typeUrl}Response`,
        value: answers[typeUrl] ?? {},
      })),
    }
  }

function expectSame(bytes: Uint8Array, { messages }: Action): void {
  const { body, exact } = decodeTx(bytes)
  expect(exact).toBe(true)
  expect(withoutFilled(body.messages as readonly Message[], messages)).toEqual(messages)
}

type Orders = { readonly orders?: readonly { readonly maxFeeAmount?: unknown }[] }

/** The signed messages without each maxFeeAmount that the client has filled in. */
const withoutFilled = (signed: readonly Message[], asked: readonly Message[]): readonly Message[] =>
  signed.map(({ typeUrl, value }, index) => {
    if (!typeUrl.endsWith('MsgBuyDirect')) return { typeUrl, value }
    const [{ orders = [] }, { orders: given = [] }] = [value as Orders, asked[index]?.value as Orders]
    return {
      typeUrl,
      value: {
        ...(value as object),
        orders: orders.map((order, place) =>
          given[place]?.maxFeeAmount === undefined ? { ...order, maxFeeAmount: undefined } : order,
        ),
      },
    }
  })
