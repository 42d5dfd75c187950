import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { canonicalHash } from '../../../primitives/canonicalHash.ts'

/**
 * One hash over many ballots that does not depend on their order.
 *
 *     root = SHA-256 of the ballots' own hashes, sorted and put together
 *
 * The hash of a ballot is that of its canonical JSON; who has all ballots can tell that none is missing.
 */
export function ballotsRoot(ballots: Iterable<unknown>): string {
  const hasher = sha256.create()
  const hashes = [...ballots].map(canonicalHash).sort()
  for (const hash of hashes) hasher.update(hexToBytes(hash))
  return bytesToHex(hasher.digest())
}
