import { refuse } from './refuse.ts'

/** JSON in which no object names a field twice: of two, programs keep different ones. */
export function parseOnce(text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw refuse('it is neither JSON nor the bytes of a document to sign', cause)
  }
  if (keysIn(text) !== keysOf(json)) throw refuse('a field is named twice in its JSON')
  return json
}

/** How many names of fields a text has: the strings that a colon follows. */
const keysIn = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length

function keysOf(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0
  const inner = Object.values(json).reduce<number>((sum, value) => sum + keysOf(value), 0)
  return inner + (Array.isArray(json) ? 0 : Object.keys(json).length)
}
