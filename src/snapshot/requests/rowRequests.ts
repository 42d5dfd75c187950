import type { RowKind } from '../../messages/ledger.ts'
import { batchQuestion } from '../../node/read/batches.ts'
import { classIssuersQuestion, creditClassQuestion } from '../../node/read/creditClasses.ts'
import { creditTypeQuestion } from '../../node/read/creditTypes.ts'
import { projectQuestion } from '../../node/read/projects.ts'
import { sellOrderQuestion } from '../../node/read/sellOrders.ts'
import { listRequest, orAbsent, type Request, rowRequest } from './request.ts'

/** What messages of credits and of the marketplace look at; `rareRequests.ts` has the others. */
export type CommonKind = Extract<RowKind, 'credit type' | 'credit class' | 'project' | 'batch' | 'sell order'>

/** What to ask for one row of each kind. */
export const ROW_REQUESTS: { readonly [kind in CommonKind]: (id: string) => readonly Request[] } = {
  'credit type': id => [
    rowRequest('credit type', id, creditTypeQuestion(id), found => ({ creditTypes: [found] })),
  ],
  'credit class': id => [
    rowRequest('credit class', id, creditClassQuestion(id), found => ({ creditClasses: [found] })),
    issuersRequest(id),
  ],
  project: id => [rowRequest('project', id, projectQuestion(id), found => ({ projects: [found] }))],
  batch: id => [rowRequest('batch', id, batchQuestion(id), found => ({ batches: [found] }))],
  'sell order': id => [
    rowRequest('sell order', id, sellOrderQuestion(id), found => ({ sellOrders: [found] })),
  ],
}

export const issuersRequest = (classId: string): Request =>
  orAbsent(
    listRequest(`issuers of ${classId}`, classIssuersQuestion(classId), issuers => ({
      issuers: { classId, issuers },
    })),
    {},
  )
