/** regen-fees/query: options for TanStack Query. Nothing of it is imported. */

export type { Regen } from '../client/connectRegen.ts'
export type { PreviewOptions } from '../client/send/sendOptions.ts'
export { hashKey } from './hashKey.ts'
export { BLOCK_MS, feePreviewQuery, networkQuery, ordersQuery, REGEN_FEES, txQuery } from './queries.ts'
