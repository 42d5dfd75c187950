import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../../primitives/canonical.ts'
import type { EpochState } from '../state/epochState.ts'
import type { EpochReport } from './epochReport.ts'

/**
 * The hash of a report or a state as x/data anchors a file: BLAKE2b-256 over its canonical JSON. It is the `raw` of a content hash.
 *
 * @see SPEC M015, Implementation Notes: an indexer off the chain, with its results anchored on it
 * @example
 * msgAnchor({ sender: seller, contentHash: { raw: epochRawHash(state) } })
 */
export const epochRawHash = (
  of: EpochReport | EpochState,
): { readonly hash: Uint8Array; readonly digestAlgorithm: number; readonly fileExtension: string } => ({
  hash: blake2b(utf8ToBytes(canonicalJson(of)), { dkLen: 32 }),
  digestAlgorithm: 1,
  fileExtension: 'json',
})
