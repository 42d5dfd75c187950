import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { createBase58check } from '@scure/base'
import type { AllocationReport } from '../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { canonicalJson } from '../primitives/canonical.ts'

const base58check = /* @__PURE__ */ createBase58check(sha256)

/** The hash of a file as x/data anchors it. */
export type RawHash = {
  readonly hash: Uint8Array
  /** 1: BLAKE2b-256 */
  readonly digestAlgorithm: number
  readonly fileExtension: string
}

/**
 * The name by which x/data knows a file.
 *
 *     regen: + base58check( 0, 0 ‖ digest algorithm ‖ hash ) + . + extension
 *
 * @example
 * rawIri(reportRawHash(report)) === reportIri(report) // true
 */
export const rawIri = ({ hash, digestAlgorithm, fileExtension }: RawHash): string =>
  `regen:${base58check.encode(concatBytes(Uint8Array.of(0, 0, digestAlgorithm), hash))}.${fileExtension}`

/**
 * The file of a report: its canonical JSON.
 *
 * @example
 * JSON.parse(new TextDecoder().decode(reportBytes(report))).round // 'example-quadratic'
 */
export const reportBytes = (report: AllocationReport): Uint8Array => utf8ToBytes(canonicalJson(report))

/**
 * A report's hash as it is anchored: BLAKE2b-256 over its canonical JSON.
 *
 * @example
 * reportRawHash(report).hash.length // 32
 */
export const reportRawHash = (report: AllocationReport): RawHash => ({
  hash: blake2b(reportBytes(report), { dkLen: 32 }),
  digestAlgorithm: 1,
  fileExtension: 'json',
})

/**
 * The IRI of a report, which its proposals name.
 *
 * @example
 * reportIri(report).startsWith('regen:113') // true
 */
export const reportIri = (report: AllocationReport): string => rawIri(reportRawHash(report))
