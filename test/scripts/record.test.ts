import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureFetch } from '../../scripts/record/capture.ts'
import { keepingDocuments } from '../../scripts/record/keepDocuments.ts'
import { messagesJson } from '../../scripts/record/protoJson.ts'
import { recordChain } from '../../scripts/record/recordChain.ts'
import { writeRecordings } from '../../scripts/record/writeRecordings.ts'
import { bodyBytesOf } from '../../src/client/sign/txPlan.ts'
import { connectRegen } from '../../src/client.ts'
import { msgCreate } from '../../src/messages/basket/msgCreate.ts'
import { messageType } from '../../src/messages/catalog.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { readRecordings, startRecordedNode } from '../../src/testing.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { unpackMessages } from '../../src/wire/unpackMessages.ts'
import { asRecorded, modeOf, recordedTx } from '../client/live.ts'
import { personOf } from '../live/people.ts'
import { sendWith } from '../live/send.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedTxs } from '../support/recordings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The last ones before the mark noFees, all by carol; the height of the first one's block is 84. */
const SENT = ['basket put', 'basket take and retire', 'basket take tradable', 'burn regen']

const action = (name: string) => ({ name, signer: recordedTx(name).address, messages: messagesOf(name) })

/** What is recorded of a recorded node while these transactions are sent to it: once, for all tests. */
let recordedAgain: ReturnType<typeof recordOnce> | undefined
const recordAgain = () => (recordedAgain ??= recordOnce())

async function recordOnce() {
  const node = await recordedNode()
  node.standBefore(SENT[0] ?? '')
  const carol = await personOf('carol', network.accounts['carol']?.mnemonic ?? '')
  const said: string[] = []
  const recordings = await recordChain({
    url: node.url,
    accounts: network.accounts,
    say: text => said.push(text),
    run: async ({ regen, capture }) => {
      const send = sendWith(regen, [carol])
      for (const name of SENT) {
        capture.callNext(name)
        await send(action(name), modeOf(recordedTx(name)), asRecorded(recordedTx(name)))
      }
    },
  })
  return { recordings, missing: node.missing, said, carol }
}

test('what was recorded of a node stands in for it: the same transactions again, with the same hashes and no difference', async () => {
  const { recordings, carol, said } = await recordAgain()
  const target = join(folder, 'deep/new')
  writeRecordings(target, recordings)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['new'])
  expect(said.at(-1)).toBe('calls')

  const read = readRecordings(target)
  expect(read).toEqual(JSON.parse(JSON.stringify(recordings)))
  const node = await startRecordedNode(read)
  for (const name of SENT) {
    node.standBefore(name)
    const regen = await connectRegen(node.url)
    const sent = await sendWith(regen, [carol])(action(name), 'direct', asRecorded(recordedTx(name)))
    regen.disconnect()
    expect(sent.txHash).toBe(recordedTx(name).hash)
    expect(sent.reconciliation.differences).toEqual([])
  }
  expect(node.missing).toEqual([])
  await node.close()
})

test('the transactions are those of the first recording, each as it was there', async () => {
  const { recordings } = await recordAgain()
  const originals = recordedTxs().filter(({ tx }) => tx !== null && BigInt(tx.height) <= 87n)
  expect(recordings.txs.map(({ hash }) => hash)).toEqual(originals.map(({ hash }) => hash))
  for (const [index, recorded] of recordings.txs.entries()) {
    const { name, before, broadcastTxSync, messages, ...rest } = recorded
    const original = originals[index] as (typeof originals)[number]
    expect(rest).toEqual(JSON.parse(JSON.stringify(pickSame(original, rest))))
    const isOwn = SENT.includes(original.name)
    expect(name).toEqual(isOwn ? original.name : expect.stringMatching(/^height \d+: Msg\w+ [0-9A-F]{8}$/))
    expect(broadcastTxSync).toEqual(original.broadcastTxSync)
    expect(before.account.response.value).toEqual(
      (original as { before: { account?: { response: { value: unknown } } } }).before.account?.response.value,
    )
    if (isOwn) expect(before.simulate.response.code).toBe(0)
    else expect(before.simulate.response.log).toContain('account sequence mismatch')
    expect(messages).toEqual(messagesJson(new Uint8Array(Buffer.from(original.txBytes, 'base64'))))
  }
})

const pickSame = (from: object, like: object) =>
  Object.fromEntries(Object.keys(like).map(key => [key, (from as { [key: string]: unknown })[key]]))

test('every query of the set is recorded at its height, as the node answers it', async () => {
  const { recordings, missing } = await recordAgain()
  const { marks, ...about } = recordings.network as typeof recordings.network & { [field: string]: unknown }
  expect(marks).toEqual({ genesis: 49, end: 87 })
  expect(about).toMatchObject({
    chainId: 'regen-devnet-1',
    cometbft: '0.38.19',
    genesisTime: '2026-01-05T00:00:00Z',
    bech32Prefix: 'regen',
    feePool: 'regen1h9u8kdj7za4f9d252yq8082qgxcdn8g2mj2kk6',
    accounts: network.accounts,
  })
  const names = recordings.queries.map(query => (query as { name?: string }).name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('end: sell order 9')
  expect(names).toContain('end: gov proposals')
  expect(recordings.queries.every(({ height }) => height === '87')).toBe(true)
  const calls = recordings.calls.map(({ name }) => name)
  expect(calls.slice(0, 6)).toEqual([
    'status',
    'genesis',
    'block at genesis',
    'header at genesis',
    'block at end',
    'header at end',
  ])
  expect(new Set(calls).size).toBe(calls.length)
  // What this recorded node was never asked, and a real one would be.
  expect(missing.length).toBeLessThan(20)
  expect(missing).toMatchInlineSnapshot(`
    [
      "an answer to /cosmos.base.tendermint.v1beta1.Service/GetNodeInfo with request "" at height 87",
      "the block of height 49",
      "the header of height 49",
      "validators with {"height":"87"}",
      "the search {"query":"nonsense =","prove":false,"page":"1","per_page":"100","order_by":"asc"}",
      "an answer to /cosmos.base.tendermint.v1beta1.Service/GetNodeInfo with request "" at height 87",
    ]
  `)
})

test('messages are proto3 JSON that parseMessages reads back', () => {
  for (const { name, txBytes } of recordedTxs()) {
    const bytes = new Uint8Array(Buffer.from(txBytes, 'base64'))
    const json = JSON.parse(JSON.stringify(messagesJson(bytes)))
    const decoded = decodeTx(bytes).body.messages
    const isKnown = decoded.every(({ typeUrl }) => messageType(typeUrl))
    if (isKnown) expect([name, unpackMessages(parseMessages(json))]).toEqual([name, decoded])
    expect(json).toHaveLength(decoded.length)
  }
})

test('a span of time is written as one, not as a moment', () => {
  const message = msgCreate({
    curator: network.accounts['alice']?.address ?? '',
    name: 'NCT',
    creditTypeAbbrev: 'C',
    allowedClasses: ['C01'],
    dateCriteria: { startDateWindow: '86401s' },
  })
  const txBytes = TxRaw.encode({
    bodyBytes: bodyBytesOf({ messages: [message], memo: '', timeoutHeight: 0n }),
    authInfoBytes: new Uint8Array(),
    signatures: [],
  }).finish()
  const [json] = messagesJson(txBytes)
  expect(json?.value).toMatchObject({ dateCriteria: { startDateWindow: '86401s' } })
  expect(parseMessages([json])).toEqual([message])
})

test('an existing folder is refused, and nothing is left beside it', async () => {
  const { recordings } = await recordAgain()
  const target = join(folder, 'old')
  mkdirSync(target)
  expect(() => writeRecordings(target, recordings)).toThrow('Recordings are written into a new folder only.')
  expect(readdirSync(folder)).toEqual(['old'])
})

test('a document that a wallet signs in amino JSON is kept with its transaction', async () => {
  const tx = recordedTx('amino JSON send, type is the type URL') as ReturnType<typeof recordedTx> & {
    aminoSignDoc?: unknown
  }
  const node = await recordedNode()
  node.standBefore(tx.name)
  const { fetch, txs, keepSignDoc, callNext } = captureFetch()
  const regen = await connectRegen(node.url, { fetch })
  const alice = keepingDocuments(
    await personOf('alice', network.accounts['alice']?.mnemonic ?? ''),
    keepSignDoc,
  )
  callNext(tx.name)
  await sendWith(regen, [alice])(action(tx.name), 'amino', asRecorded(tx))
  regen.disconnect()
  expect(txs.map(({ name, broadcastTxSync: { hash } }) => [name, hash])).toEqual([[tx.name, tx.hash]])
  expect(txs[0]?.aminoSignDoc).toEqual(tx.aminoSignDoc)
  expect(txs[0]?.before.simulate.request).not.toBe('')
})

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function record(args: readonly string[], env: { readonly [name: string]: string } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(ROOT, 'scripts/record.ts'), ...args],
    { encoding: 'utf8', cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env } },
  )
  return { status, stdout, stderr }
}

test('npm run record --help', () => {
  const { status, stdout } = record(['--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('npm run record -- <new folder>')
  expect(stdout).toContain('REGEN_MNEMONIC')
})

test('npm run record needs a node and a folder, and refuses one that exists before it asks the node', () => {
  expect(record(['new']).stderr).toContain('Usage: REGEN_RPC=')
  mkdirSync(join(folder, 'old'))
  const { status, stderr } = record(['old'], { REGEN_RPC: 'http://127.0.0.1:1' })
  expect(status).toBe(1)
  expect(stderr).toBe('record: old exists. Recordings are written into a new folder only.\n')
  expect(existsSync(join(folder, 'new'))).toBe(false)
})

test('Ctrl-C ends it and leaves nothing', async () => {
  const server = createServer(() => child.kill('SIGINT'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'scripts/record.ts'), join(folder, 'new')],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', REGEN_RPC: `http://127.0.0.1:${port}` },
    },
  )
  const [code] = await once(child, 'exit')
  server.closeAllConnections()
  server.close()
  expect(code).toBe(130)
  expect(readdirSync(folder)).toEqual([])
})
