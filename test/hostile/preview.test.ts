import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectRegen } from '../../src/client/connectRegen.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { byTurns } from '../support/runs.ts'
import { KINDS } from './kinds.ts'
import { endOf, quickClock, socketNode } from './socketNode.ts'

/** A node that misbehaves at each call of a preview: it ends within its bounds, and with an error of ours or a preview. */

const NAME = 'buy 2.345678 with fees'
const messages = messagesOf(NAME)

let unhandled: unknown[] = []
const listen = (reason: unknown) => unhandled.push(reason)
beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', listen)
})
afterEach(async () => {
  await new Promise(resolve => setImmediate(resolve))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
})

/** Calls of a preview that go out one by one; the connection's own first. */
const CALLS = 8

const preview = async (url: string, clock: ReturnType<typeof quickClock>) => {
  const options = { clock, batchLimit: 1, attempts: 2, answerLimit: 2_000_000, random: () => 1 }
  const regen = await connectRegen(url, { chainId: 'regen-devnet-1', ...options })
  try {
    return await regen.previewFees(messages, { gasLimit: 200_000n } as object)
  } finally {
    regen.disconnect()
  }
}

test('there are at least 60 kinds of misbehaviour', () => {
  expect(Object.keys(KINDS).length).toBeGreaterThanOrEqual(60)
})

test('an honest node on the same socket: a preview', async () => {
  const honest = await recordedNode()
  honest.standBefore(NAME)
  const node = await socketNode(honest, () => null)
  expect(await endOf(preview(node.url, quickClock(60_000)))).toBe('done')
  expect(node.requests.length).toBeLessThanOrEqual(CALLS)
  await node.close()
})

const everyCall = Array.from({ length: CALLS }, (_, index) => index + 1)

describe.each(Object.entries(KINDS).map(([name, kind], index) => ({ name, kind, index })))(
  '$name',
  ({ kind, index }) => {
    const run = async (misbehavesAt: (call: number) => boolean) => {
      const honest = await recordedNode()
      honest.standBefore(NAME)
      const node = await socketNode(honest, request => (misbehavesAt(request.index) ? kind : null))
      const clock = quickClock()
      expect(await endOf(preview(node.url, clock))).toMatch(/^[a-zA-Z_]+$/)
      expect(clock.toCome()).toBe(0)
      expect(node.requests.length).toBeLessThanOrEqual(60)
      await node.close()
    }

    test('once, at each call of a preview: a typed error or a preview, and nothing pending', async () => {
      for (const call of byTurns(everyCall, 5, index)) await run(at => at === call)
    })

    test('from a call on: a typed error or a preview, and nothing pending', async () => {
      for (const call of byTurns(everyCall, CALLS, index)) await run(at => at >= call)
    })
  },
)
