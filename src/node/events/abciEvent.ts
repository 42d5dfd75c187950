/** An event as CometBFT 0.38 gives it: plain texts, not base64. */
export type AbciEvent = {
  readonly type: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
}

/** Where an event was emitted. */
export type Place = {
  /** The message of the transaction; null for what belongs to no message, such as the gas fee. */
  readonly msgIndex: number | null
  /** The message inside the outermost authz MsgExec; null outside of authz. */
  readonly authzMsgIndex: number | null
  /**
   * The same for every MsgExec on the way, outermost first. Messages that a group runs leave no mark: their events
   * stand under the group's own message.
   */
  readonly path: readonly number[]
}

/** A place, and the position in the list of events. */
export type Located = Place & { readonly position: number }

/** An event that cannot be used as it stands. It is listed instead of being dropped, and says why. */
export type Oddity = Located & {
  readonly type: string
  /** No event of v7; its attributes cannot be read; or it does not fit the events beside it. */
  readonly kind: 'unknown' | 'malformed' | 'unmatched'
  readonly problem: string
}

const INDEX = /^\d{1,9}$/

/** The attributes that say where an event was emitted, and nothing about what happened. */
export const PLACE_KEYS: ReadonlySet<string> = new Set(['msg_index', 'authz_msg_index'])

/** Where an event was emitted. Each MsgExec appends its mark, so the innermost comes first in the attributes. */
export function locate({ attributes }: AbciEvent, position: number): Located {
  const marks = (name: string) =>
    attributes.flatMap(({ key, value }) => (key === name && INDEX.test(value) ? [parseInt(value, 10)] : []))
  const path = marks('authz_msg_index').reverse()
  return { msgIndex: marks('msg_index').at(-1) ?? null, authzMsgIndex: path[0] ?? null, path, position }
}

/** One text for one place, to group by. */
export const placeKey = ({ msgIndex, path }: Pick<Place, 'msgIndex' | 'path'>): string =>
  [msgIndex ?? '-', ...path].join('/')

/** What happened at each place, in order, by one pass. */
export function byPlace<Item extends Pick<Place, 'msgIndex' | 'path'>>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const places = new Map<string, Item[]>()
  for (const item of items) {
    const key = placeKey(item)
    const there = places.get(key)
    if (there) there.push(item)
    else places.set(key, [item])
  }
  return places
}

/** The first value of an attribute; undefined when the event has none. */
export const attributeOf = ({ attributes }: AbciEvent, name: string): string | undefined =>
  attributes.find(({ key }) => key === name)?.value
