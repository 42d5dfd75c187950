import { createRequire } from 'node:module'
import { toSellOrder } from '../../src/node/decode/credits/sellOrder.ts'
import { fieldsOf } from '../../src/node/decode/fields.ts'
import { QuerySellOrdersResponse } from '../../src/wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import { type Measure, processorTimes } from './measure.ts'

const ORDERS = 1_000

/**
 * An answer with 1,000 sell orders, decoded by us (bytes to the generated type, and on to validated amounts) and by
 * @regen-network/api (bytes to its generated type, amounts left as text).
 */
export async function benchSellOrders(): Promise<readonly Measure[]> {
  const theirs = createRequire(import.meta.url)(
    '@regen-network/api/regen/ecocredit/marketplace/v1/query',
  ) as { QuerySellOrdersResponse: { decode(bytes: Uint8Array): { sellOrders: readonly unknown[] } } }
  const sellOrders = Array.from({ length: ORDERS }, (_, index) => ({
    id: BigInt(index + 1),
    seller: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
    batchDenom: 'C01-001-20200101-20210101-001',
    quantity: `${index}.654321`,
    askDenom: 'uregen',
    askAmount: `${25_000_000 + index}`,
    disableAutoRetire: index % 2 === 0,
    expiration: { seconds: 1_800_000_000n, nanos: 0 },
  }))
  const bytes = QuerySellOrdersResponse.encode(QuerySellOrdersResponse.fromPartial({ sellOrders })).finish()
  const ours = () => {
    const { sellOrders } = QuerySellOrdersResponse.decode(bytes)
    return fieldsOf('sell orders').each('sell_orders', sellOrders, toSellOrder)
  }
  const times = processorTimes({
    validated: ours,
    ours: () => QuerySellOrdersResponse.decode(bytes).sellOrders,
    theirs: () => theirs.QuerySellOrdersResponse.decode(bytes).sellOrders,
  })
  return [
    {
      name: `decoding ${ORDERS} sell orders, speed against @regen-network/api`,
      ratio: times.theirs / times.ours,
      goal: null,
      detail: `${times.ours.toFixed(2)} ms against ${times.theirs.toFixed(2)} ms, protobuf alone`,
    },
    {
      name: `the same, with our validation of every field`,
      ratio: times.theirs / times.validated,
      goal: null,
      detail: `${times.validated.toFixed(2)} ms`,
    },
  ]
}
