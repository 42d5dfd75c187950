// Written by `npm run generate` from proto/regen/data/v2/types.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export const DigestAlgorithm = {
  DIGEST_ALGORITHM_UNSPECIFIED: 0,
  DIGEST_ALGORITHM_BLAKE2B_256: 1,
  UNRECOGNIZED: -1,
} as const
export type DigestAlgorithm = (typeof DigestAlgorithm)[keyof typeof DigestAlgorithm]

export const GraphCanonicalizationAlgorithm = {
  GRAPH_CANONICALIZATION_ALGORITHM_UNSPECIFIED: 0,
  GRAPH_CANONICALIZATION_ALGORITHM_RDFC_1_0: 1,
  UNRECOGNIZED: -1,
} as const
export type GraphCanonicalizationAlgorithm = (typeof GraphCanonicalizationAlgorithm)[keyof typeof GraphCanonicalizationAlgorithm]

export const GraphMerkleTree = {
  /** A plain hash. */
  GRAPH_MERKLE_TREE_NONE_UNSPECIFIED: 0,
  UNRECOGNIZED: -1,
} as const
export type GraphMerkleTree = (typeof GraphMerkleTree)[keyof typeof GraphMerkleTree]

/** Exactly one of the two must be set; it is not a oneof. */
export interface ContentHash {
  raw: ContentHash_Raw | undefined
  graph: ContentHash_Graph | undefined
}
export const ContentHash: Codec<ContentHash> = /* @__PURE__ */ message<ContentHash>('ContentHash_Raw raw = 1; ContentHash_Graph graph = 2', () => [ContentHash_Raw, ContentHash_Graph])

/** Data kept byte for byte. */
export interface ContentHash_Raw {
  /** 20 to 64 bytes. */
  hash: Uint8Array
  /** A DigestAlgorithm, though the chain accepts any number but 0. */
  digestAlgorithm: number
  /** Two to six of a-z and 0-9, such as "pdf". */
  fileExtension: string
}
export const ContentHash_Raw: Codec<ContentHash_Raw> = /* @__PURE__ */ message<ContentHash_Raw>('bytes hash = 1; uint32 digestAlgorithm = 2; string fileExtension = 3')

/** RDF data, hashed in canonical form. */
export interface ContentHash_Graph {
  /** 20 to 64 bytes. */
  hash: Uint8Array
  /** A DigestAlgorithm, though the chain accepts any number but 0. */
  digestAlgorithm: number
  /** A GraphCanonicalizationAlgorithm, though the chain accepts any number but 0. */
  canonicalizationAlgorithm: number
  /** A GraphMerkleTree. */
  merkleTree: number
}
export const ContentHash_Graph: Codec<ContentHash_Graph> = /* @__PURE__ */ message<ContentHash_Graph>('bytes hash = 1; uint32 digestAlgorithm = 2; uint32 canonicalizationAlgorithm = 3; uint32 merkleTree = 4')

export interface ContentHashes {
  contentHashes: ContentHash[]
}
export const ContentHashes: Codec<ContentHashes> = /* @__PURE__ */ message<ContentHashes>('ContentHash[] contentHashes = 1', () => [ContentHash])
