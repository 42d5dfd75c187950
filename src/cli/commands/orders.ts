import * as z from 'zod/mini'
import * as identifiers from '../../messages/fields/identifiers.ts'
import { listOrders, type OrderBook } from '../../preview/listOrders.ts'
import { addressProblem } from '../../primitives/address.ts'
import { toJson } from '../../primitives/canonical.ts'
import { DENOM } from '../../primitives/coin.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { type Command, type CommandInput, JSON_OPTION, textOption } from '../command.ts'
import { chooseLedger, SNAPSHOT_OPTION } from '../input/chooseLedger.ts'
import { parseOptionsBy } from '../input/parseOptionsBy.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { chainOption, NODE_OPTIONS } from '../options/nodeOptions.ts'
import { nearest } from '../render/nearest.ts'
import { renderOrders } from '../render/renderOrders.ts'

export const orders: Command = {
  description:
    'Lists sell orders with the price of a whole credit: a list for each denom, the cheapest first. Prices in different denoms are not compared. ' +
    'Expired orders are marked: the chain keeps them, and sells from them.',
  arguments: [],
  options: [
    { flags: '--class <id>', summary: 'only credits of this class, such as C01' },
    { flags: '--batch <denom>', summary: 'only credits of this batch' },
    { flags: '--denom <denom>', summary: 'only orders that ask for this denom, such as uregen' },
    { flags: '--seller <address>', summary: 'only orders of this account' },
    SNAPSHOT_OPTION,
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees orders --class C01',
    'regen-fees orders --denom uregen --rpc https://regen-rpc.publicnode.com',
    'regen-fees orders --json',
  ],
  async run(input, io) {
    const filter = filterOf(input)
    const { ledger, note } = await chooseLedger(input, io, async rpc => {
      const { readOrderBook } = await import('../../node/read/orderBook.ts')
      return readOrderBook(rpc, { ...chainOption(input), signal: io.signal })
    })
    const found = listOrders(ledger satisfies OrderBook, filter)
    const { chainId, height, time } = ledger
    const hints = found.length > 0 ? [] : hintsFor(filter, ledger)
    return answerOf(
      'orders',
      { chainId, height, time, orders: found, hints },
      {
        json: ({ orders, ...rest }) =>
          toJson({
            ...rest,
            orders: orders.map(order => ({ ...order, quantity: formatCredits(order.quantity) })),
          }) as object,
        text: ({ orders, hints }, page) => [note, '', ...renderOrders(orders, hints, page)],
      },
    )
  },
}

/** What can be asked for; nothing is found by an id that none can have, so that is a mistake. */
const Filter = z.object({
  class: z.optional(identifiers.classId),
  batch: z.optional(identifiers.batchDenom),
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
  requireCapitals(textOption(input, 'class'), identifiers.classId, '--class')
  requireCapitals(textOption(input, 'batch'), identifiers.batchDenom, '--batch')
  const { class: classId, batch, denom, seller } = parseOptionsBy(Filter, input)
  return {
    ...(classId !== undefined && { classId }),
    ...(batch !== undefined && { batchDenom: batch }),
    ...(denom !== undefined && { denom }),
    ...(seller !== undefined && { seller }),
  }
}

/** The ids of classes and batches are capitals: 'c01' is most likely meant to be 'C01'. */
function requireCapitals(text: string | undefined, schema: z.ZodMiniType<string>, option: string): void {
  if (text === undefined || schema.safeParse(text).success) return
  const capitals = text.toUpperCase()
  if (schema.safeParse(capitals).success) throw optionError(option, `did you mean ${capitals}?`)
}

type Filter = ReturnType<typeof filterOf>

/** Why nothing was found: what there is instead. */
function hintsFor(filter: Filter, ledger: OrderBook): readonly string[] {
  const all = listOrders(ledger, {})
  const denoms = unique(all.map(({ askDenom }) => askDenom))
  const classes = unique(all.map(({ classId }) => classId))
  const { classId, denom } = filter
  const meant =
    denom === undefined
      ? null
      : (all.find(({ displayDenom }) => displayDenom?.toLowerCase() === denom.toLowerCase())?.askDenom ??
        nearest(denom, denoms))
  return [
    ...(denom !== undefined && !denoms.includes(denom)
      ? [
          `No order asks for ${denom}${meant === null ? '.' : `; did you mean --denom ${meant}?`} Asked for: ${denoms.join(', ') || 'nothing'}.`,
        ]
      : []),
    ...(classId !== undefined && !classes.includes(classId)
      ? [`No credits of class ${classId} are on sale. Classes on sale: ${classes.join(', ') || 'none'}.`]
      : []),
  ]
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()
