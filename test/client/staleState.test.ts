import { describe, expect, test } from 'vitest'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { broadcasts } from './interpose.ts'
import { connect, walletOf } from './live.ts'

/** A node that is catching up, or whose newest block is hours old: it is not signed on. */

const RETIRE = 'retire'

/** The recorded node right before a retirement, as if its answers came so many seconds after its newest block. */
async function late(seconds: number) {
  const node = await recordedNode()
  node.standBefore(RETIRE)
  const regen = await connect(node.url, {
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const date = new Date(Date.parse(response.headers.get('date') ?? '') + seconds * 1000).toUTCString()
      return new Response(await response.text(), { status: response.status, headers: { date } })
    },
  })
  const wallet = await walletOf('bob')
  const send = (options: object = {}) =>
    regen.connectSigner(wallet).signAndBroadcast(messagesOf(RETIRE), { gasLimit: 200_000n, ...options })
  return { node, send }
}

describe('a node that is catching up, or whose newest block is hours or months old, is not signed on', () => {
  test('beyond ten minutes STATE_TOO_OLD, and nothing leaves', async () => {
    const { node, send } = await late(3_600)
    await expect(send()).rejects.toMatchObject({ code: 'STATE_TOO_OLD', context: { most: 600n } })
    expect(broadcasts(node)).toEqual([])
  })

  test('maxAge allows it by number or by word', async () => {
    const { send } = await late(3_600)
    await expect(send({ maxAge: 60n })).rejects.toMatchObject({ code: 'STATE_TOO_OLD' })
    expect((await send({ maxAge: 'any' })).txHash).toMatch(/^[0-9A-F]{64}$/)
  })

  test('a fresh node is signed on', async () => {
    const { send } = await late(5)
    expect((await send()).txHash).toMatch(/^[0-9A-F]{64}$/)
  })

  test('a maxAge that is none is INPUT_INVALID', async () => {
    const { send } = await late(5)
    await expect(send({ maxAge: 'never' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})
