// Written by `npm run generate` from proto/cosmos/base/query/v1beta1/pagination.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'

/** Left out: the first 100 rows. Sent with limit 0 to a regen module: all rows. */
export interface PageRequest {
  /** The last answer's next_key. Not together with offset. */
  key: Uint8Array
  offset: bigint
  limit: bigint
  countTotal: boolean
  reverse: boolean
}
export const PageRequest: Codec<PageRequest> = /* @__PURE__ */ message<PageRequest>('bytes key = 1; uint64 offset = 2; uint64 limit = 3; bool countTotal = 4; bool reverse = 5')

export interface PageResponse {
  /** Empty on the last page. */
  nextKey: Uint8Array
  /** 0 unless counted: no count of the rows here. */
  total: bigint
}
export const PageResponse: Codec<PageResponse> = /* @__PURE__ */ message<PageResponse>('bytes nextKey = 1; uint64 total = 2')
