import * as z from 'zod/mini'
import { fromBase64 } from '../../../primitives/base64.ts'
import type { AbciEvent } from '../../events/abciEvent.ts'

/** Events of a transaction as a node gives them; CometBFT before 0.38 has keys and values in base64, and null for nothing. */
export const EventsJson = z.pipe(
  z.array(
    z.object({
      type: z.string(),
      attributes: z._default(
        z.nullable(
          z.array(
            z.object({
              key: z._default(z.nullable(z.string()), ''),
              value: z._default(z.nullable(z.string()), ''),
            }),
          ),
        ),
        [],
      ),
    }),
  ),
  z.transform((events): readonly AbciEvent[] => {
    const plain = events.map(({ type, attributes }) => ({
      type,
      attributes: (attributes ?? []).map(({ key, value }) => ({ key: key ?? '', value: value ?? '' })),
    }))
    return isEncoded(plain) ? plain.map(decoded) : plain
  }),
)

const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/
const NAME = /^[\x21-\x7e]+$/

/**
 * Whether every key is the base64 of a name. Of a transaction's plain keys some never are: "amount" and "fee" have no length of
 * base64, and "receiver" is that of bytes that make no name.
 */
const isEncoded = (events: readonly AbciEvent[]): boolean =>
  events.some(({ attributes }) => attributes.length > 0) &&
  events.every(({ attributes }) =>
    attributes.every(({ key }) => key.length <= 1000 && BASE64.test(key) && NAME.test(atob(key))),
  )

const decoded = ({ type, attributes }: AbciEvent): AbciEvent => ({
  type,
  attributes: attributes.map(({ key, value }) => ({ key: textOf(key), value: textOf(value) })),
})

/** The text; a value that is no base64 is left as it is. */
function textOf(base64: string): string {
  try {
    return new TextDecoder().decode(fromBase64(base64))
  } catch {
    return base64
  }
}
