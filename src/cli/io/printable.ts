import { paint } from '../render/ink.ts'
import { fitLines, readable } from '../render/text.ts'

/** Control characters, those that turn the direction of writing or have no form, and halves of characters. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu

/**
 * Everything that goes to a terminal passes here, once: what cannot be printed is a space, a number of hundreds of digits is shortened, and
 * long lines end at the edge of the terminal. Only line ends and our own styles have an effect.
 */
export const printable = (text: string, columns: number | null): string =>
  paint(fitLines(readable(text), columns), piece =>
    piece.replace(UNPRINTABLE, found => (found === '\n' ? found : ' ')),
  )

/** JSON for programs: the same value, with what cannot be printed written as \uXXXX, as JSON allows. */
export const printableJson = (value: unknown, indent = 2): string =>
  JSON.stringify(value, null, indent).replace(UNPRINTABLE, found =>
    found === '\n'
      ? found
      : Array.from(
          { length: found.length },
          (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`,
        ).join(''),
  )

/** Data whose texts are each one printable line, at any depth: what is made from it has no line that we did not make. */
export function oneLine<Value>(value: Value): Value {
  const read = (item: unknown): unknown => {
    if (typeof item === 'string') return item.replace(UNPRINTABLE, ' ')
    if (Array.isArray(item)) return item.map(read)
    if (typeof item !== 'object' || item === null || item instanceof Uint8Array) return item
    return Object.fromEntries(
      Object.entries(item).map(([key, field]) => [key.replace(UNPRINTABLE, ' '), read(field)]),
    )
  }
  return read(value) as Value
}
