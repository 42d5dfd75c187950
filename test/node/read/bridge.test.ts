import { describe, expect, test } from 'vitest'
import { ecocredit } from '../../../src/index.ts'
import type { Message } from '../../../src/messages/message.ts'
import { READS } from '../../../src/node/read/bridge.ts'
import type { AbciQuery } from '../../../src/node/rpc/abciQuery.ts'
import type { QueryPort } from '../../../src/node/rpc/query.ts'
import { previewFees } from '../../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../../src/preview/snapshot.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import { QUERY_FAILED } from '../../../src/primitives/errorTable.ts'
import { takeSnapshot } from '../../../src/snapshot/takeSnapshot.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { network } from '../../support/recordings.ts'
import { connect } from '../rpc/connect.ts'

/** found.md, case 7: refusals of the keeper about bridged credits, for which a node shows its raw store and has no query. */

const addressOf = (name: string) => network.accounts[name]?.address ?? ''
const accounts = { alice: addressOf('alice'), bob: addressOf('bob'), dave: addressOf('dave') }

const text = (value: string) => Buffer.from(value).toString('hex')
const base64 = (value: string) => new Uint8Array(Buffer.from(value, 'base64'))
const CONTRACT = `0x${'ab'.repeat(20)}`
const [BRIDGED, OTHER] = ['C01-001-20200101-20210101-001', 'C01-002-20200101-20210101-001']
const ID = `0x${'1'.padStart(64, '0')}`
const ORIGIN_KEY = `07020b000001${text(ID)}00${text('polygon')}`

/** What a v7.0.0 node answered at height 61, by key. */
const ROWS: { readonly [key: string]: string } = {
  [`07020201${text('C01')}`]: 'AAE=',
  [`07020501${text(BRIDGED)}`]: 'AAE=',
  [`07020501${text(OTHER)}`]: 'AAI=',
  '07020c000001': 'EAEaKjB4YWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYg==',
  [`07020c010001${text(CONTRACT)}`]: 'AAE=',
  '070205000001':
    'EhTA2BR5gl2X9D+t8Y3K0fV97aOmTBgBIh1DMDEtMDAxLTIwMjAwMTAxLTIwMjEwMTAxLTAwMSoBbTIGCIDCr/AFOgYIgMy5/wVCDAiNm7DYBhDkxq+MAUgB',
  [ORIGIN_KEY]:
    'ClIKUAcCCwAAATB4MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMQBwb2x5Z29u',
}

const port = (rows = ROWS): QueryPort => ({
  abciQuery: async ({ path, data }) => {
    const key = Buffer.from(data).toString('hex')
    expect(path).toBe(key.startsWith('07020b') ? '/store/ecocredit/subspace' : '/store/ecocredit/key')
    return { height: 61n, value: base64(rows[key] ?? '') }
  },
})
const at = { port: port(), height: 61n }

describe('the raw store of a v7.0.0 node', () => {
  test('tells the contract of a batch that came over a bridge, and that another has none', async () => {
    expect(await READS['bridged batch'](at, BRIDGED)).toEqual({
      height: 61n,
      value: { bridgedBatches: [{ batchDenom: BRIDGED, contract: CONTRACT }] },
    })
    expect((await READS['bridged batch'](at, OTHER)).value).toBe(null)
  })

  test('tells the batch of a contract in a class', async () => {
    expect((await READS['bridge contract'](at, 'C01', CONTRACT)).value).toEqual({
      bridgedBatches: [{ batchDenom: BRIDGED, contract: CONTRACT }],
    })
    expect((await READS['bridge contract'](at, 'C01', `0x${'cd'.repeat(20)}`)).value).toBe(null)
  })

  test('tells whether credits were issued for an origin transaction', async () => {
    expect((await READS['origin transaction'](at, 'C01', 'polygon', ID)).value).toEqual({
      originTxs: [{ classId: 'C01', source: 'polygon', id: ID }],
    })
    expect((await READS['origin transaction'](at, 'C01', 'polygon', 'another')).value).toBe(null)
  })

  test.each([
    ['nothing where a class or batch should be', {}],
    ['another row than a contract', { ...ROWS, '07020c000001': 'CAE=' }],
    [
      'bytes that are no row',
      { ...ROWS, '07020c000001': '/////w==', '070205000001': '/////w==', [ORIGIN_KEY]: '/////w==' },
    ],
    ['a batch of another class', { ...ROWS, '070205000001': 'Ih1DMDItMDAxLTIwMjAwMTAxLTIwMjEwMTAxLTAwMQ==' }],
  ] as const)('%s is unknown: the store is not laid out as v7’s', async (_, rows) => {
    const there = { port: port(rows as typeof ROWS), height: 61n }
    const found = await Promise.all([
      READS['bridged batch'](there, BRIDGED),
      READS['bridge contract'](there, 'C01', CONTRACT),
      READS['origin transaction'](there, 'C01', 'polygon', ID),
    ])
    expect(found.map(({ value }) => value)).toContain('unknown')
    expect(found.map(({ value }) => value)).not.toContain(null)
  })
})

describe('keeper’s refusals that the preview misses although the node tells enough', () => {
  const { alice, bob, dave } = accounts
  const [OF_DAVE, KNOWN] = ['C01-002-20190101-20191231-001', '0x0e65079a29d7793ab5ca500c2d88e60ee99ba606']
  const bridge = (owner: string, batchDenom: string) =>
    ecocredit.msgBridge({
      owner,
      target: 'polygon',
      recipient: KNOWN,
      credits: [{ batchDenom, amount: '0.5' }],
    })
  const receive = (issuer: string, contract = KNOWN, id = ID) =>
    ecocredit.msgBridgeReceive({
      issuer,
      classId: 'C01',
      project: { referenceId: 'VCS-612', jurisdiction: 'KE', metadata: 'm' },
      batch: {
        recipient: bob,
        amount: '1',
        startDate: '2019-01-01T00:00:00Z',
        endDate: '2019-12-31T00:00:00Z',
        metadata: 'm',
      },
      originTx: { id, source: 'polygon', contract },
    })
  const batch = (contract: string, id = ID) =>
    ecocredit.msgCreateBatch({
      issuer: dave,
      projectId: 'C01-002',
      issuance: [{ recipient: bob, tradableAmount: '1' }],
      metadata: 'm',
      startDate: '2019-01-01T00:00:00Z',
      endDate: '2019-12-31T00:00:00Z',
      originTx: { id, source: 'polygon', contract },
    })
  const USED = `0x${'ab'.repeat(32)}`
  const NEW = `0x${'cd'.repeat(20)}`

  /** The warnings of a live preview at the end of the recorded chain; of a node that refuses raw reads if so wished. */
  async function warningsOf(messages: readonly Message[], refuses = false): Promise<readonly string[]> {
    const { url } = await recordedNode()
    const rpc = connect(url)
    const refuse = ({ path, height }: AbciQuery) =>
      Promise.reject(
        new RegenError(QUERY_FAILED, {
          origin: url,
          query: path,
          code: 6,
          codespace: 'sdk',
          log: 'no raw queries here',
          height: height === 'latest' ? 0n : height,
        }),
      )
    const abciQuery = (query: AbciQuery) =>
      refuses && query.path.startsWith('/store/ecocredit') ? refuse(query) : rpc.abciQuery(query)
    const { snapshot } = await takeSnapshot({ ...rpc, abciQuery }, messages)
    // As JSON and back: what came over bridges is part of a snapshot that is kept.
    const kept = parseSnapshot(JSON.parse(JSON.stringify(snapshot)))
    return previewFees({ messages, snapshot: kept }).warnings.map(
      ({ code, blocks }) => `${code}${blocks ? ', blocks' : ''}`,
    )
  }

  test.each([
    ['MsgBridge of credits that were never bridged in', [bridge(alice, BRIDGED)], ['NOT_FOUND, blocks']],
    ['MsgBridge of credits that were', [bridge(dave, OF_DAVE)], []],
    ['MsgBridgeReceive by another issuer than the batch’s', [receive(alice)], ['NOT_AUTHORIZED, blocks']],
    [
      'MsgBridgeReceive of a class the signer does not issue for',
      [receive(bob, NEW)],
      ['NOT_AUTHORIZED, blocks', 'STATE_UNKNOWN'],
    ],
    [
      'MsgBridgeReceive of an origin transaction already used',
      [receive(dave, KNOWN, USED)],
      ['ALREADY_EXISTS, blocks'],
    ],
    ['MsgBridgeReceive of more of a batch', [receive(dave)], []],
    ['the same origin transaction twice', [receive(dave), receive(dave)], ['ALREADY_EXISTS, blocks']],
    ['MsgCreateBatch for a contract that has a batch', [batch(KNOWN)], ['ALREADY_EXISTS, blocks']],
    ['MsgCreateBatch for two contracts', [batch(NEW), batch(NEW, 'tx-2')], ['ALREADY_EXISTS, blocks']],
  ])('%s', async (_, messages, warnings) => {
    expect((await warningsOf(messages)).filter(code => !code.startsWith('PRICE'))).toEqual(warnings)
  })

  test('without a raw store they are unknown, and nothing is blocked', async () => {
    expect(await warningsOf([receive(dave, KNOWN, USED)], true)).toEqual(['STATE_UNKNOWN', 'ORIGIN_UNKNOWN'])
    expect(await warningsOf([bridge(alice, BRIDGED)], true)).toEqual(['STATE_UNKNOWN'])
  })
})
