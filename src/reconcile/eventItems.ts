import { type Located, type Oddity, placeKey } from '../node/events/abciEvent.ts'
import { toCreditActs } from '../node/events/credits/toCreditActs.ts'
import type { TxEvents } from '../node/events/decodeEvents.ts'
import type { EventType, RegenEvent } from '../node/events/eventFields.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { parseChainInteger } from '../primitives/chainInteger.ts'
import type { Item } from './compare.ts'
import { accountText, coinFacts, creditFacts, statementFacts } from './expected.ts'
import type { Facts } from './result.ts'

/** What the events say about one place. */
export type EventItems = {
  readonly coins: readonly Item[]
  /** Each change that the bank made to an account and denom, as one item. */
  readonly changes: readonly Item[]
  readonly credits: readonly Item[]
  readonly escrow: readonly Item[]
  readonly purchases: readonly Item[]
  readonly statements: readonly Item[]
  readonly newBatches: readonly Item[]
  /** Events that do not fit, or cannot be read. */
  readonly oddities: readonly Item[]
  /** Events, or attributes, that only a later version of the chain has. */
  readonly unread: readonly Item[]
}

/** Everything the events of a transaction say, by place. */
export function eventItemsByPlace(events: TxEvents): (key: string) => EventItems {
  const { acts, oddities } = toCreditActs(events)
  const odd = [...events.oddities, ...oddities]
  const all = {
    coins: events.movements.flatMap(movement =>
      movement.coins.map(coin => itemAt(movement, coinFacts({ ...movement, ...coin }))),
    ),
    changes: events.changes.flatMap(change =>
      change.coins.map(({ denom, amount }) =>
        itemAt(change, {
          account: accountText(change.account),
          denom,
          change: (amount * change.sign).toString(),
        }),
      ),
    ),
    credits: acts.flatMap(act => act.movements.map(movement => itemAt(act, creditFacts(movement)))),
    escrow: fromEvents(events, ESCROW_EVENTS),
    purchases: fromEvents(events, PURCHASES),
    statements: fromEvents(events, STATEMENTS),
    newBatches: fromEvents(events, NEW_BATCHES),
    oddities: odd.filter(({ kind }) => kind !== 'unknown').map(oddItem),
    unread: [
      ...odd.filter(({ kind }) => kind === 'unknown').map(oddItem),
      ...events.regen
        .filter(({ unread }) => unread.length > 0)
        .map(event =>
          itemAt(event, { event: event.type, problem: `not read: ${event.unread.slice(0, 20).join(', ')}` }),
        ),
    ],
  }
  const tables = Object.entries(all).map(([name, items]) => [name, byKey(items)] as const)
  return key =>
    Object.fromEntries(tables.map(([name, table]) => [name, table.get(key) ?? []])) as unknown as EventItems
}

/** The places of which the events say anything, as far as that can be compared. */
export const placesOf = (events: TxEvents): readonly Located[] => [
  ...events.regen,
  ...events.movements,
  ...events.changes,
  ...events.oddities,
]

type PlacedItem = Item & { readonly key: string }

const itemAt = (at: Located, facts: Facts): PlacedItem => ({
  facts,
  index: at.msgIndex,
  path: at.path,
  position: at.position,
  key: placeKey(at),
})

const oddItem = (oddity: Oddity): PlacedItem =>
  itemAt(oddity, { event: oddity.type, problem: oddity.problem })

const byKey = (items: readonly PlacedItem[]): ReadonlyMap<string, readonly Item[]> => {
  const table = new Map<string, Item[]>()
  for (const { key, ...item } of items) {
    const list = table.get(key) ?? []
    table.set(key, list)
    list.push(item)
  }
  return table
}

/** What to take from an event, by its type. */
type Extracts = { readonly [Type in EventType]?: (fields: RegenEvent<Type>['fields']) => Facts }

const fromEvents = ({ regen }: TxEvents, extracts: Extracts): readonly PlacedItem[] =>
  regen.flatMap(event => {
    const extract = extracts[event.type] as ((fields: RegenEvent['fields']) => Facts) | undefined
    return extract ? [itemAt(event, extract(event.fields))] : []
  })

const PURCHASES: Extracts = {
  'regen.ecocredit.marketplace.v1.EventBuyDirect': ({ sellOrderId, buyer, buyerFeePaid, sellerFeePaid }) => ({
    order: sellOrderId.toString(),
    buyer: normalizeAddress(buyer),
    denom: [...new Set([buyerFeePaid?.denom ?? '', sellerFeePaid?.denom ?? ''])].join(' and '),
    buyerFee: buyerFeePaid?.amount ?? '',
    sellerFee: sellerFeePaid?.amount ?? '',
  }),
}

const STATEMENTS: Extracts = {
  'regen.ecocredit.v1.EventBurnRegen': ({ burner, amount }) =>
    statementFacts('EventBurnRegen', burner, 'uregen', parseChainInteger(amount) ?? 0n),
  'regen.ecocredit.basket.v1.EventPut': ({ owner, basketDenom, amount }) =>
    statementFacts('EventPut', owner, basketDenom, parseChainInteger(amount) ?? 0n),
  'regen.ecocredit.basket.v1.EventTake': ({ owner, basketDenom, amount }) =>
    statementFacts('EventTake', owner, basketDenom, parseChainInteger(amount) ?? 0n),
}

const ESCROW_EVENTS: Extracts = {
  'regen.ecocredit.marketplace.v1.EventSell': ({ sellOrderId }) => ({
    event: 'EventSell',
    order: sellOrderId.toString(),
  }),
  'regen.ecocredit.marketplace.v1.EventUpdateSellOrder': ({ sellOrderId }) => ({
    event: 'EventUpdateSellOrder',
    order: sellOrderId.toString(),
  }),
  'regen.ecocredit.marketplace.v1.EventCancelSellOrder': ({ sellOrderId }) => ({
    event: 'EventCancelSellOrder',
    order: sellOrderId.toString(),
  }),
}

const NEW_BATCHES: Extracts = {
  'regen.ecocredit.v1.EventCreateBatch': ({ batchDenom }) => ({ batchDenom }),
}
