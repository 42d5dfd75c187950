import { type AbciEvent, attributeOf, locate } from '../node/events/abciEvent.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { compareInOrder, type Item } from './compare.ts'
import type { Line } from './result.ts'

/** Whether the transaction has the messages of the preview: each is announced with its type and signer. */
export function reconcileMessages({ messages }: FeePreview, events: readonly AbciEvent[]): readonly Line[] {
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
