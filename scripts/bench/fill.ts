import type { FillBook } from '../../src/orders/fillInput.ts'
import { fillOrders } from '../../src/orders/fillOrders.ts'
import type { Credits } from '../../src/primitives/credits.ts'
import { type Measure, processorTimes } from './measure.ts'

const ORDERS = 10_000

/** A book of 10,000 orders filled by us, to the unit, and by the float greedy that front ends write: sort, divide, toFixed(6). */
export async function benchFill(): Promise<readonly Measure[]> {
  const sellOrders = Array.from({ length: ORDERS }, (_, index) => ({
    id: `${index + 1}`,
    seller: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
    batchDenom: 'C01-001-20200101-20210101-001',
    quantity: (1_000_000n + BigInt(index)) as Credits,
    askDenom: 'uregen',
    askAmount: 20_000_000n + BigInt((index * 7919) % 10_007),
    disableAutoRetire: true,
    expiration: null,
  }))
  const fees = { buyer: '0.01', seller: '0.02' }
  const book: FillBook = {
    sellOrders,
    time: '2026-11-29T00:00:00Z',
    settings: { feeParams: fees, allowedDenoms: [] },
  }
  const buyer = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
  const quantity = 15_500_000n as Credits
  const texts = sellOrders.map(({ id, quantity, askAmount }) => ({
    id,
    quantity: (Number(quantity) / 1e6).toFixed(6),
    askAmount: askAmount.toString(),
  }))
  const times = processorTimes({
    ours: () => fillOrders({ book, buyer, quantity, classId: 'C01' }),
    floats: () => floatGreedy(texts, 15.5),
  })
  return [
    {
      name: `filling from ${ORDERS} orders, speed against a float greedy`,
      ratio: times.floats / times.ours,
      goal: null,
      detail: `${times.ours.toFixed(2)} ms against ${times.floats.toFixed(2)} ms`,
    },
  ]
}

function floatGreedy(orders: readonly { id: string; quantity: string; askAmount: string }[], wanted: number) {
  const taken: { id: string; quantity: string; cost: number }[] = []
  let missing = wanted
  for (const { id, quantity, askAmount } of orders.toSorted(
    (a, b) => Number(a.askAmount) - Number(b.askAmount),
  )) {
    if (missing <= 0) break
    const take = Math.min(missing, Number(quantity))
    taken.push({ id, quantity: take.toFixed(6), cost: Math.ceil(take * Number(askAmount)) })
    missing -= take
  }
  return taken
}
