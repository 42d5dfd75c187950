import type { Batch } from '../../../messages/ledger.ts'
import type { BatchInfo as Wire } from '../../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Fields } from '../fields.ts'

/** A batch; times are RFC 3339, UTC. */
export type BatchInfo = Batch & {
  readonly endDate: string
  readonly issuanceDate: string | null
  readonly metadata: string
}

export const toBatch = (
  { denom, projectId, issuer, open, startDate, endDate, issuanceDate, metadata }: Wire,
  read: Fields,
): BatchInfo => ({
  denom: read.text('denom', denom),
  projectId: read.text('project_id', projectId),
  issuer: read.address('issuer', issuer),
  open,
  startDate: read.time('start_date', startDate),
  endDate: read.time('end_date', endDate),
  issuanceDate: read.optionalTime('issuance_date', issuanceDate),
  metadata,
})
