import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import * as z from 'zod/mini'
import { RegenError } from '../primitives/errors.ts'
import { SOURCE_ALTERED, SOURCE_UNREADABLE } from '../primitives/errorTable.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { parseInput, TimeText } from '../primitives/schemas.ts'

/** A KOI bundle: a manifest, which names and hashes, and the contents. */
const Bundle = () =>
  z.looseObject({
    manifest: z.looseObject({
      rid: z.string().check(z.minLength(1), z.maxLength(300)),
      timestamp: TimeText,
      sha256_hash: z.string(),
    }),
    contents: z.looseObject({}),
  })
const Payload = () =>
  z.looseObject({ type: z.literal('bundles_payload'), bundles: z.array(Bundle()).check(z.maxLength(1)) })
const Envelope = () =>
  z.strictObject({
    payload: z.looseObject({}),
    source_node: z.string(),
    target_node: z.string(),
    signature: z.string(),
  })

export type Opened = {
  readonly json: unknown
  readonly time: string | null
  /** RIDs of the nodes that signed. */
  readonly signers: readonly string[]
}

const has = (json: unknown, ...names: readonly string[]): boolean =>
  typeof json === 'object' && json !== null && names.every(name => Object.hasOwn(json, name))

/**
 * The contents of a KOI bundle, as a node of KOI-net sends it or a file holds it; anything else as it is.
 *
 *     envelope    { payload, source_node, target_node, signature }    ECDSA P-256 over the JSON of the first three, r ‖ s in base64
 *     payload     { type: 'bundles_payload', bundles: [bundle] }
 *     bundle      { manifest: { rid, timestamp, sha256_hash }, contents }   SHA-256 over the contents in canonical form (RFC 8785)
 *
 * An envelope counts when a key among `trusted` (DER, base64) signed it whose hash stands in the RID of its node; any other is SOURCE_ALTERED.
 */
export function openKoi(from: string, json: unknown, trusted: readonly string[]): Opened {
  if (has(json, 'payload', 'source_node', 'target_node', 'signature')) {
    const { payload, source_node } = requireSigned(from, json, trusted)
    return { ...openKoi(from, payload, trusted), signers: [source_node] }
  }
  if (has(json, 'type', 'bundles')) {
    const [bundle] = parseInput(Payload(), from, json).bundles
    if (bundle === undefined)
      throw new RegenError(SOURCE_UNREADABLE, { source: from, reason: 'the node has no such bundle' })
    return openKoi(from, bundle, trusted)
  }
  if (!has(json, 'manifest', 'contents')) return { json, time: null, signers: [] }
  const { manifest, contents } = parseInput(Bundle(), from, json)
  if (bytesToHex(sha256(utf8ToBytes(jcs(contents)))) !== manifest.sha256_hash.toLowerCase())
    throw new RegenError(SOURCE_ALTERED, {
      source: from,
      reason: `the contents of ${sanitize(manifest.rid)} have another hash than its manifest says`,
    })
  return { json: contents, time: manifest.timestamp, signers: [] }
}

/**
 * JSON in canonical form: names in order of their UTF-16 units, no spaces, numbers as JavaScript writes them.
 *
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${jcs(field)}`)}}`
}

function requireSigned(from: string, json: unknown, trusted: readonly string[]) {
  const { payload, source_node, target_node, signature } = parseInput(Envelope(), from, json)
  const key = trusted.find(key => isKeyOf(key, source_node))
  if (key === undefined)
    throw new RegenError(SOURCE_ALTERED, {
      source: from,
      reason: `it is signed by ${sanitize(source_node)}, whose key is not known here`,
    })
  // Python writes it without nulls; texts as JSON.stringify does. Fractions may differ, and then nothing is taken.
  const signed = utf8ToBytes(JSON.stringify(withoutNulls({ payload, source_node, target_node })))
  if (!isSignatureOf(signature, signed, key))
    throw new RegenError(SOURCE_ALTERED, {
      source: from,
      reason: `the signature of ${sanitize(source_node)} does not hold`,
    })
  return { payload, source_node }
}

/** `orn:koi-net.node:name+hash`, where the hash is SHA-256 over the base64 of the node's key. */
export function isKeyOf(key: string, rid: string): boolean {
  const hash = bytesToHex(sha256(utf8ToBytes(key)))
  const [, named = ''] = /^orn:koi-net\.node:[^+]{1,200}\+([0-9a-f]{64})$/.exec(rid) ?? []
  return named === hash
}

/** What stands before the point of a P-256 key in DER (SubjectPublicKeyInfo). */
const DER_HEAD = '3059301306072a8648ce3d020106082a8648ce3d030107034200'

function isSignatureOf(signature: string, message: Uint8Array, key: string): boolean {
  try {
    const der = base64.decode(key)
    if (der.length !== 91 || bytesToHex(der.subarray(0, 26)) !== DER_HEAD) return false
    // Python's library does not insist on the lower of the two values of s.
    return p256.verify(base64.decode(signature), message, der.subarray(26), { lowS: false })
  } catch {
    return false
  }
}

const withoutNulls = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutNulls)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, field]) => field !== null)
            .map(([name, field]) => [name, withoutNulls(field)]),
        )
      : value
