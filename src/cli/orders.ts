import { listOrders, type OrderBook } from '../preview/listOrders.ts'
import { toJson } from '../primitives/canonical.ts'
import { formatCredits } from '../primitives/credits.ts'
import { chooseLedger, SNAPSHOT_OPTION } from './chooseLedger.ts'
import { type Command, type CommandInput, JSON_OPTION, textOption } from './command.ts'
import { CHAIN_OPTION, chainOption, RPC_OPTION } from './nodeOptions.ts'
import { renderOrders } from './renderOrders.ts'

export const orders: Command = {
  name: 'orders',
  summary: 'what credits cost: open sell orders, the cheapest first',
  description:
    'Lists sell orders with the price of a whole credit, by denom and within it from the cheapest. Expired orders are marked: ' +
    'the chain keeps them, and sells from them.',
  arguments: [],
  options: [
    { flags: '--class <id>', summary: 'only credits of this class, such as C01' },
    { flags: '--batch <denom>', summary: 'only credits of this batch' },
    { flags: '--denom <denom>', summary: 'only orders that ask for this denom, such as uregen' },
    { flags: '--seller <address>', summary: 'only orders of this account' },
    SNAPSHOT_OPTION,
    RPC_OPTION,
    CHAIN_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees orders --class C01',
    'regen-fees orders --denom uregen --rpc https://regen-rpc.publicnode.com --json',
  ],
  async run(input, io) {
    const { ledger, note } = await chooseLedger(input, io, async rpc => {
      const { readOrderBook } = await import('../ledger/read/orderBook.ts')
      return readOrderBook(rpc, { ...chainOption(input), signal: io.signal })
    })
    const found = listOrders(ledger satisfies OrderBook, filterOf(input))
    const { chainId, height, time } = ledger
    if (input.options['json']) {
      const list = found.map(order => ({ ...order, quantity: formatCredits(order.quantity) }))
      io.out(JSON.stringify(toJson({ chainId, height, time, orders: list }), null, 2))
      return 0
    }
    io.out(note)
    io.out(renderOrders(found, io.colors))
    return 0
  },
}

function filterOf(input: CommandInput) {
  const [classId, batchDenom, denom, seller] = ['class', 'batch', 'denom', 'seller'].map(name =>
    textOption(input, name),
  )
  return {
    ...(classId !== undefined && { classId }),
    ...(batchDenom !== undefined && { batchDenom }),
    ...(denom !== undefined && { denom }),
    ...(seller !== undefined && { seller }),
  }
}
