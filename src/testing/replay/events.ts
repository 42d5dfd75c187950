import type { RecordedEvent } from '../recordings.ts'

/** An attribute's value; empty when there is none. Typed events of the regen modules carry JSON, others plain text. */
export function attribute({ type, attributes }: RecordedEvent, key: string): string {
  const value = attributes.find(candidate => candidate.key === key)?.value ?? ''
  return type.startsWith('regen.') && value.startsWith('"') ? String(JSON.parse(value)) : value
}

/** The events of one message of a transaction. */
export const eventsOf = (events: readonly RecordedEvent[], index: number): readonly RecordedEvent[] =>
  events.filter(({ attributes }) =>
    attributes.some(({ key, value }) => key === 'msg_index' && value === String(index)),
  )

/** Those of one type of the ecocredit modules: 'v1.EventRetire', 'marketplace.v1.EventSell'. */
export const named = (events: readonly RecordedEvent[], name: string): readonly RecordedEvent[] =>
  events.filter(({ type }) => type === `regen.ecocredit.${name}`)
