import { expect, test } from 'vitest'
import { classes, sellOrders } from '../../../src/node/endpoints/credits.ts'
import { query } from '../../../src/node/rpc/query.ts'
import { queryAllPages, readAllPages } from '../../../src/node/rpc/readAllPages.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'

const key = (...bytes: number[]) => Uint8Array.from(bytes)

test('a list of one page is one query, without a pagination field', async () => {
  const node = await recordedNode()
  const all = await queryAllPages(connect(node.url), classes, {}, 367n, ({ classes }) => classes)
  expect(all.map(({ id }) => id)).toEqual(['C01', 'C02', 'USS01', 'BT01'])
  expect(node.requests.flatMap(({ calls }) => calls.map(({ params }) => params['data']))).toEqual([''])
})

test('a list in recorded pages of two is read to its end', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const all = await readAllPages('sell orders', async key => {
    const request = key.length === 0 ? { limit: 2n, countTotal: true } : { key, limit: 2n }
    const { sellOrders: items, pagination } = await query(rpc, sellOrders, { pagination: request }, 367n)
    return { items, nextKey: pagination?.nextKey ?? key }
  })
  const whole = await query(rpc, sellOrders, {}, 367n)
  expect(all).toEqual(whole.sellOrders)
  expect(node.requests.length).toBe(6)
})

test('the following pages are asked by key', async () => {
  const asked: string[] = []
  const first = sellOrders.decode(Buffer.from('EggKBgcDAQAAAg==', 'base64'))
  const port = {
    abciQuery: async ({ data }: { data: Uint8Array }) => {
      asked.push(Buffer.from(data).toString('base64'))
      const value = Buffer.from(asked.length === 1 ? 'EggKBgcDAQAAAg==' : '', 'base64')
      return { value, height: 5n }
    },
  }
  await queryAllPages(port, sellOrders, {}, 5n, ({ sellOrders }) => sellOrders)
  expect(first.pagination?.nextKey).toEqual(Buffer.from('BwMBAAAC', 'base64'))
  expect(asked).toEqual(['', 'CgoKBgcDAQAAAhhk'])
})

test('a failing page fails the whole list: never a silent first page', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const list = readAllPages('sell orders', async key => {
    if (key.length > 0) node.misbehave(() => ({ status: 403 }))
    const { sellOrders: items, pagination } = await query(
      rpc,
      sellOrders,
      { pagination: key.length === 0 ? { limit: 2n, countTotal: true } : { key, limit: 2n } },
      367n,
    )
    return { items, nextKey: pagination?.nextKey ?? key }
  })
  expect((await failureOf(list)).code).toBe('NODE_HTTP_ERROR')
})

test('a node that names a page twice is not followed', async () => {
  let pages = 0
  const list = readAllPages('sell orders', async () => ({ items: [1], nextKey: key(++pages % 3, 1) }))
  expect((await failureOf(list)).message).toBe(
    'The list sell orders does not end: after 4 pages, the next one was given before, or there are too many. ' +
      'Try again later, or name another node. [PAGES_ENDLESS]',
  )
})

test('a node that names ever new pages is given up', async () => {
  let pages = 0
  const list = readAllPages('sell orders', async () => {
    pages++
    return { items: [], nextKey: key(1, pages & 255, (pages >> 8) & 255, pages >> 16) }
  })
  expect((await failureOf(list)).code).toBe('PAGES_ENDLESS')
  expect(pages).toBe(10_001)
})
