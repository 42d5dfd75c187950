import type { RecordedCall } from '../../src/testing/recordings.ts'
import type { RawNode } from './rawNode.ts'

type Marks = { readonly [mark: string]: bigint }

/** The calls of rpc.jsonl, except `status`, which is asked when everything else is done. */
export async function recordCalls(
  node: RawNode,
  marks: Marks,
  accounts: { readonly [name: string]: string },
): Promise<readonly RecordedCall[]> {
  const end = marks['end'] ?? 0n
  const call = async (name: string, method: string, params: object): Promise<RecordedCall> => {
    const response = await node.call(method, params)
    return { name, request: { method, params }, response } as RecordedCall
  }
  const search = (name: string, query: string, page = '1', size = '100') =>
    call(`tx_search ${name}`, 'tx_search', { query, prove: false, page, per_page: size, order_by: 'asc' })
  const raw = async (name: string, rawRequest: string): Promise<RecordedCall> => ({
    name,
    rawRequest,
    ...(await node.post(rawRequest)),
  })

  const calls = [await call('genesis', 'genesis', {})]
  for (const [mark, height] of Object.entries(marks))
    for (const method of ['block', 'header'])
      calls.push(await call(`${method} at ${mark}`, method, { height: String(height) }))
  calls.push(
    await call('validators', 'validators', { height: String(end) }),
    await search('all buys', 'regen.ecocredit.marketplace.v1.EventBuyDirect.sell_order_id EXISTS'),
    await search('all retirements', 'regen.ecocredit.v1.EventRetire.owner EXISTS'),
    await search('by message action', "message.action='/regen.ecocredit.marketplace.v1.MsgBuyDirect'"),
    await search('height range', `tx.height>=1 AND tx.height<=${end}`),
    await search('malformed query (error)', 'nonsense ='),
    await search('all votes, page 1 of 5', 'proposal_vote.voter EXISTS', '1', '5'),
    await search('page too far (error)', 'regen.ecocredit.v1.EventTransfer.sender EXISTS', '200', '5'),
  )
  for (const [name, address] of Object.entries(accounts)) {
    const owner = `'"${address}"'`
    calls.push(
      await search(`buys by ${name}`, `regen.ecocredit.marketplace.v1.EventBuyDirect.buyer=${owner}`),
      await search(`retirements by ${name}`, `regen.ecocredit.v1.EventRetire.owner=${owner}`),
    )
  }
  calls.push(
    await call('tx not found (error)', 'tx', { hash: Buffer.alloc(32).toString('base64'), prove: false }),
    await call('unknown method (error)', 'no_such_method', {}),
    await raw('batch of 1: the answer is one object, not an array', batchOf(1)),
    await raw('batch of 3', batchOf(3)),
    await raw('batch of 10: the largest allowed by default', batchOf(10)),
    await raw('batch of 11 (error, one object, no id)', batchOf(11)),
    await raw(
      'batch with one bad entry',
      JSON.stringify([entry(1), { ...entry(2), method: 'nope', params: {} }]),
    ),
    await raw('not JSON (error)', '{'),
    await raw('empty batch', '[]'),
  )
  return calls
}

const entry = (id: number) => ({
  jsonrpc: '2.0',
  id,
  method: 'abci_query',
  params: { path: '/regen.ecocredit.v1.Query/ClassFee', data: '', prove: false },
})

const batchOf = (size: number): string =>
  JSON.stringify(Array.from({ length: size }, (_, index) => entry(index + 1)))
