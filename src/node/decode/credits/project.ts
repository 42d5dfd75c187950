import type { Project } from '../../../messages/ledger.ts'
import type { ProjectInfo as Wire } from '../../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Fields } from '../fields.ts'

/** A project with its jurisdiction and metadata. */
export type ProjectInfo = Project & { readonly jurisdiction: string; readonly metadata: string }

export const toProject = (
  { id, classId, admin, referenceId, jurisdiction, metadata }: Wire,
  read: Fields,
): ProjectInfo => ({
  id: read.text('id', id),
  classId: read.text('class_id', classId),
  admin: read.address('admin', admin),
  referenceId,
  jurisdiction,
  metadata,
})
