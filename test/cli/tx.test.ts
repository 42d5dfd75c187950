import { afterEach, describe, expect, test, vi } from 'vitest'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { unpackMessages } from '../../src/wire/unpackMessages.ts'
import { through } from '../snapshot/altered.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTx, recordedTxs } from '../support/recordings.ts'
import { stateAtEnd } from '../support/replay.ts'
import { run } from './run.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const BUY = recordedTx('buy 2.345678 with fees')

describe('without a node', () => {
  test('base64 of a signed transaction: what it says, its fee, memo and signers', async () => {
    const { code, out } = await run(['tx', BUY.txBytes])
    expect([code, out]).toMatchInlineSnapshot(`
      [
        0,
        "Transaction CC4BE4294CD7B768AC925ADB26141BEF4000CFD7D5D6EA8D7DCD86FE7EE5D120

      Messages
      1  Buys 2.345678 credits from sell order 1 for at most 25 REGEN each.

      Fee: 0.02 REGEN for at most 800000 gas
      Memo: none
      Signed by regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg, direct, sequence 10",
      ]
    `)
  })

  test.each([
    ['hexadecimal', (bytes: Buffer) => bytes.toString('hex')],
    ['hexadecimal with 0x, in capitals', (bytes: Buffer) => `0x${bytes.toString('hex').toUpperCase()}`],
    ['base64 in lines', (bytes: Buffer) => bytes.toString('base64').replace(/(.{60})/g, '$1\n')],
  ])('%s, as an argument or on standard input', async (_, write) => {
    const text = write(Buffer.from(BUY.txBytes, 'base64'))
    const { out } = await run(['tx', BUY.txBytes])
    expect((await run(['tx', text])).out).toBe(out)
    expect((await run(['tx'], { stdin: text })).out).toBe(out)
    expect((await run(['tx', '-'], { stdin: `${text}\n` })).out).toBe(out)
  })

  test('messages inside messages have lines of their own; amino, several messages and memos are shown', async () => {
    const { out } = await run(['tx', recordedTx('group proposal executed at once: retire').txBytes])
    expect(out).toMatch(/^1 {2}.*\n1\.1 {2}Retires /m)
    const two = recordedTx('two messages: send then retire')
    const text = (await run(['tx', two.txBytes])).out
    expect(text).toMatch(/^1 {2}Sends .*\n2 {2}Retires /m)
    const amino = await run(['tx', recordedTx('amino JSON buy').txBytes])
    expect(amino.out).toContain(', amino JSON, sequence ')
  })

  test.each(recordedTxs().map(tx => [tx.name, tx] as const))(
    '%s: every recorded transaction has its hash and signer',
    async (_, tx) => {
      const { code, out } = await run(['tx', tx.txBytes, '--json'])
      const { hash, exact, signers, memo, fee } = JSON.parse(out)
      expect([code, hash, exact, memo]).toEqual([0, tx.hash, true, tx.memo])
      expect(signers).toEqual([
        {
          address: tx.address,
          keyType: '/cosmos.crypto.secp256k1.PubKey',
          mode: tx.signMode === 'SIGN_MODE_DIRECT' ? 'direct' : 'amino JSON',
          sequence: tx.sequence,
        },
      ])
      expect(fee).toMatchObject({ amount: tx.fee.amount, gasLimit: tx.fee.gas })
    },
  )

  test('the messages of --json can be previewed again', async () => {
    const snapshot = stateAtEnd()
    for (const { name, txBytes } of recordedTxs()) {
      const { messages } = JSON.parse((await run(['tx', txBytes, '--json'])).out)
      const again = previewFees({ messages: unpackMessages(parseMessages(messages)), snapshot })
      const once = previewFees({ messages: messagesOf(name), snapshot })
      expect([name, previewJson(again)]).toEqual([name, previewJson(once)])
    }
  })

  test.each([
    [['tx', BUY.hash], /a hash alone says nothing: name a node with --rpc/],
    [['tx', 'zz'], /expected a hash of 64 hexadecimal digits, or a signed transaction/],
    [['tx'], /expected a hash of 64 hexadecimal digits, or a signed transaction/],
    [['tx', 'AAAA'], /not an encoded TxRaw|transaction is invalid/],
  ])('%j is the caller’s mistake', async (argv, says) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(says)
  })
})

describe('with a node', () => {
  test('by its hash: fetched, and held against a preview of the state before its block', async () => {
    const node = await recordedNode()
    const { code, out } = await run(['tx', BUY.hash.toLowerCase(), '--rpc', node.url])
    expect(code).toBe(0)
    expect(out).toContain('Block 131 of regen-devnet-1, gas 122116 of 800000: succeeded.')
    expect(out).toContain('exact: 12 of 12 lines as previewed on the state at height 130.')
    expect(node.missing).toEqual([])
  })

  const inBlocks = recordedTxs().filter(({ tx }) => tx !== null)

  test.each(inBlocks.map(tx => [tx.name, tx] as const))('%s: no difference', async (_, tx) => {
    const node = await recordedNode()
    // Not every block before one with a transaction was recorded; its time is a third of a second earlier.
    const answer = (method: string, { height }: { height?: string }, result: unknown) =>
      method === 'header' && result === undefined
        ? { result: { header: { height, time: tx.header?.time } } }
        : undefined
    vi.stubGlobal('fetch', through({ answer }))
    const { code, out } = await run(['tx', tx.hash, '--rpc', node.url, '--json'])
    const { found, past } = JSON.parse(out)
    expect([code, found.code, found.height]).toEqual([0, tx.tx?.tx_result.code, tx.tx?.height])
    expect(past.reconciliation.differences).toEqual([])
    expect(found.failure === null).toBe(found.code === 0)
  })

  test('a failed one says why, in our words and the chain’s', async () => {
    const node = await recordedNode()
    const failed = inBlocks.find(({ tx }) => tx?.tx_result.code !== 0)
    const { code, out } = await run(['tx', failed?.hash ?? '', '--rpc', node.url])
    expect(code).toBe(0)
    expect(out).toMatch(/Block \d+ of regen-devnet-1, gas \d+ of \d+: failed\. .*The chain says: /)
    expect(out).toMatch(/^failed: /m)
  })

  test('bytes that are in no block are no error; a hash that is in none is', async () => {
    const node = await recordedNode()
    node.standBefore(BUY.name)
    const bytes = await run(['tx', BUY.txBytes, '--rpc', node.url])
    expect([bytes.code, bytes.out]).toEqual([0, expect.stringContaining('No block of regen-devnet-1 has it')])
    const hash = await run(['tx', BUY.hash, '--rpc', node.url])
    expect([hash.code, hash.out]).toEqual([2, ''])
    expect(hash.err).toBe(
      `No block of regen-devnet-1 has a transaction ${BUY.hash}, as far as this node knows. Check the hash and the chain, or name a node that keeps older blocks. [TX_NOT_FOUND]`,
    )
  })

  test('a node that no longer has that state: what is known is shown, and the exit code is 2', async () => {
    const node = await recordedNode()
    const gone = {
      error: {
        code: -32603,
        message: 'Internal error',
        data: 'height 130 is not available, lowest height is 400',
      },
    }
    vi.stubGlobal('fetch', through({ answer: method => (method === 'header' ? gone : undefined) }))
    const { code, out } = await run(['tx', BUY.hash, '--rpc', node.url])
    expect(code).toBe(2)
    expect(out).toContain('Buys 2.345678 credits')
    expect(out).toMatch(/The state at height 130 could not be read: .*lowest height is 400/)
  })

  test('another chain', async () => {
    const node = await recordedNode()
    const { code, err } = await run(['tx', BUY.hash, '--rpc', node.url, '--chain', 'regen-1'])
    expect([code, err]).toEqual([2, expect.stringContaining('[CHAIN_MISMATCH]')])
  })
})
