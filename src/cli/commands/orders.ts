import * as z from 'zod/mini'
import { batchDenom, classId } from '../../messages/fields/identifiers.ts'
import { listOrders, type OrderBook } from '../../preview/listOrders.ts'
import { addressProblem } from '../../primitives/address.ts'
import { toJson } from '../../primitives/canonical.ts'
import { DENOM } from '../../primitives/coin.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { parseInput } from '../../primitives/schemas.ts'
import { type Command, type CommandInput, JSON_OPTION, textOption } from '../command.ts'
import { chooseLedger, SNAPSHOT_OPTION } from '../io/chooseLedger.ts'
import { CHAIN_OPTION, chainOption, RPC_OPTION } from '../io/nodeOptions.ts'
import { renderOrders } from '../render/renderOrders.ts'

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
    const filter = filterOf(input)
    const { ledger, note } = await chooseLedger(input, io, async rpc => {
      const { readOrderBook } = await import('../../node/read/orderBook.ts')
      return readOrderBook(rpc, { ...chainOption(input), signal: io.signal })
    })
    const found = listOrders(ledger satisfies OrderBook, filter)
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

/** What can be asked for; nothing is found by an id that none can have, so that is a mistake. */
const Filter = z.object({
  class: z.optional(classId),
  batch: z.optional(batchDenom),
  denom: z.optional(z.string().check(z.regex(DENOM, 'expected a bank denom like "uregen"'))),
  seller: z.optional(
    z.string().check(
      z.refine(text => addressProblem(text) === null, {
        error: ({ input }) => `expected an address: ${addressProblem(String(input))}`,
      }),
    ),
  ),
})

function filterOf(input: CommandInput) {
  const names = Object.keys(Filter.shape)
  const given = Object.fromEntries(names.map(name => [name, textOption(input, name)] as const))
  const { class: classId, batch, denom, seller } = parseInput(Filter, 'command line', given)
  return {
    ...(classId !== undefined && { classId }),
    ...(batch !== undefined && { batchDenom: batch }),
    ...(denom !== undefined && { denom }),
    ...(seller !== undefined && { seller }),
  }
}
