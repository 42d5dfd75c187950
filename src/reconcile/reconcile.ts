import { type AbciEvent, attributeOf, locate, placeKey } from '../node/events/abciEvent.ts'
import { decodeEvents } from '../node/events/decodeEvents.ts'
import { explainFailure, type TxOutcome } from '../node/events/failures/explainFailure.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { compareInOrder, type Item } from './compare.ts'
import { eventItemsByPlace, placesOf } from './eventItems.ts'
import { type Expected, expectedOf, NOTHING_EXPECTED, visiblePath } from './expected.ts'
import { reconcileGas } from './reconcileGas.ts'
import { reconcilePlace } from './reconcilePlace.ts'
import type { Line, NotReconciled, Reconciliation } from './result.ts'

/** The result of a transaction, as a block or a broadcast gives it. */
export type ExecutedTx = TxOutcome & { readonly events: readonly AbciEvent[] }

/**
 * Holds a preview against the transaction that followed it: every coin, every credit, every purchase, message by
 * message and those inside messages too, and the gas fee. Pure.
 *
 * Compared are amounts by their value and accounts by their bytes. Nothing is taken as equal that was not seen: what the
 * preview does not know, or the events do not tell, is listed as not reconciled.
 *
 * @example
 * const { status, lines } = reconcile(preview, executed)
 */
export function reconcile(preview: FeePreview, result: ExecutedTx): Reconciliation {
  const failure = explainFailure(result)
  const events = decodeEvents(result.events)
  const gas = reconcileGas(preview, result.events, failure !== null)
  const seenAt = eventItemsByPlace(events)
  const expected = failure === null ? expectedByPlace(preview) : new Map<string, Expected>()
  const keys = new Set([NO_MESSAGE, ...expected.keys(), ...placesOf(events).map(placeKey)])
  const places = [...keys].map(key => {
    const own = key === NO_MESSAGE ? gas.expected : (expected.get(key) ?? NOTHING_EXPECTED)
    return reconcilePlace({ ...own, gaps: [...own.gaps, ...inherited(key, expected)] }, seenAt(key))
  })
  const lines = [
    ...gas.lines,
    ...(failure === null ? reconcileMessages(preview, result.events) : []),
    ...places.flatMap(({ lines }) => lines),
  ]
  const differences = lines.filter(({ verdict }) => verdict !== 'equal' && verdict !== 'not visible')
  const notReconciled = places
    .flatMap(({ gaps }) => gaps)
    .map(gap => ({ ...gap, typeUrl: gap.typeUrl ?? typeUrlAt(gap, preview) }))
  return {
    status: statusOf(failure !== null, differences, notReconciled),
    failure,
    lines,
    differences,
    notReconciled,
  }
}

/** Whether the transaction has the messages of the preview: each is announced with its type and signer. */
function reconcileMessages({ messages }: FeePreview, events: readonly AbciEvent[]): readonly Line[] {
  const expected = messages
    .filter(({ path }) => path.length === 0)
    .map(
      ({ index, path, typeUrl, signer }): Item => ({
        // Who signs a message outside of the catalog is not known.
        facts: { typeUrl, ...(signer !== '' && { signer: normalizeAddress(signer) }) },
        index,
        path,
        position: null,
      }),
    )
  const seen = events.flatMap((event, position): Item[] => {
    const typeUrl = event.type === 'message' ? attributeOf(event, 'action') : undefined
    if (typeUrl === undefined) return []
    const signer = normalizeAddress(attributeOf(event, 'sender') ?? '')
    return [{ facts: { typeUrl, signer }, index: locate(event, position).msgIndex, path: [], position }]
  })
  return compareInOrder('message', expected, seen)
}

/** Where the gas fee and all else stands that belongs to no message. */
const NO_MESSAGE = placeKey({ msgIndex: null, path: [] })

/** What the messages of a preview expect, by the place of their events; in one place in the order in which they run. */
function expectedByPlace(preview: FeePreview): ReadonlyMap<string, Expected> {
  const places = new Map<string, Expected>()
  for (const message of preview.messages) {
    const key = placeKey({ msgIndex: message.index, path: visiblePath(message, preview) })
    const [before, added] = [places.get(key) ?? NOTHING_EXPECTED, expectedOf(message)]
    places.set(key, {
      coins: [...before.coins, ...added.coins],
      credits: [...before.credits, ...added.credits],
      escrow: [...before.escrow, ...added.escrow],
      purchases: [...before.purchases, ...added.purchases],
      statements: [...before.statements, ...added.statements],
      gaps: [...before.gaps, ...added.gaps],
    })
  }
  return places
}

const typeUrlAt = ({ index, path }: NotReconciled, { messages }: FeePreview): string | null =>
  messages.find(message => message.index === index && message.path.join() === path.join())?.typeUrl ?? null

/** Of a message that is not known, the messages inside are not known either. */
const inherited = (key: string, expected: ReadonlyMap<string, Expected>): readonly NotReconciled[] =>
  [...expected].flatMap(([outer, { gaps }]) => (key.startsWith(`${outer}/`) ? gaps : []))

function statusOf(
  hasFailed: boolean,
  differences: readonly Line[],
  notReconciled: readonly NotReconciled[],
): Reconciliation['status'] {
  if (hasFailed) return 'failed'
  if (differences.length > 0) return 'different'
  return notReconciled.length > 0 ? 'partial' : 'exact'
}
