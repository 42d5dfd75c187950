import * as z from 'zod/mini'
import { fromBase64 } from '../../primitives/base64.ts'
import { optional } from '../fields/nested.ts'
import { uint32 } from '../fields/numbers.ts'
import { type Field, parsedAs, rule } from '../fields/rules.ts'
import { anyText } from '../fields/text.ts'

/** Bytes, or their base64 text; empty when left out. */
const bytes = parsedAs(
  z._default(z.union([z.instanceof(Uint8Array), z.string()], { error: 'expected bytes or base64 text' }), ''),
  (value): Uint8Array => (typeof value === 'string' ? fromBase64(value) : value),
  'not base64',
) as Field<Uint8Array, Uint8Array | string>

const hash = bytes.check(
  rule('hash', value =>
    value.length < 20 || value.length > 64 ? `a hash has 20 to 64 bytes; this one has ${value.length}` : null,
  ),
)

const algorithm = uint32.check(rule('required', value => (value === 0 ? 'an algorithm must be named' : null)))

/** The hash of an RDF graph, with how it was brought into canonical form. */
export const graph = z.strictObject({
  hash,
  digestAlgorithm: algorithm,
  canonicalizationAlgorithm: algorithm,
  merkleTree: uint32,
})

const raw = z.strictObject({
  hash,
  digestAlgorithm: algorithm,
  fileExtension: anyText.check(
    rule('file-extension', value =>
      /^[0-9a-z]{2,6}$/.test(value) ? null : 'expected 2 to 6 of 0-9 and a-z',
    ),
  ),
})

/** The hash of a file or of a graph; exactly one of the two. */
export const contentHash = z
  .strictObject({ raw: optional(raw), graph: optional(graph) })
  .check(
    rule('content-hash', value =>
      (value.raw === undefined) === (value.graph === undefined)
        ? 'exactly one of raw and graph must be given'
        : null,
    ),
  )
