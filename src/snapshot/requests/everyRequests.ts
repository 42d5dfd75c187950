import type { RowKind } from '../../messages/ledger.ts'
import { basketBalancesQuestion, basketQuestion, basketsQuestion } from '../../node/read/baskets.ts'
import { batchesQuestion } from '../../node/read/batches.ts'
import { creditClassesQuestion } from '../../node/read/creditClasses.ts'
import { creditTypesQuestion } from '../../node/read/creditTypes.ts'
import { projectsQuestion } from '../../node/read/projects.ts'
import { sellOrdersQuestion } from '../../node/read/sellOrders.ts'
import type { BridgeKind } from './bridgeRequests.ts'
import { listRequest, orAbsent, type Request, request, rowRequest } from './request.ts'
import { issuersRequest } from './rowRequests.ts'

/** Kinds of which a preview may need every row. */
export type ListedKind = Exclude<RowKind, 'proposal' | 'grant' | BridgeKind>

/** What to ask for every row of each kind. A list of baskets does not tell all of them, so each is asked for. */
export const EVERY_REQUESTS: { readonly [kind in ListedKind]: () => Request } = {
  'credit type': () =>
    request('every credit type', creditTypesQuestion(), creditTypes => ({
      creditTypes,
      complete: 'creditTypes',
    })),
  'credit class': () => everyClass(() => []),
  project: () =>
    listRequest('every project', projectsQuestion(), projects => ({ projects, complete: 'projects' })),
  batch: () => listRequest('every batch', batchesQuestion(), batches => ({ batches, complete: 'batches' })),
  'sell order': () =>
    listRequest('every sell order', sellOrdersQuestion(), sellOrders => ({
      sellOrders,
      complete: 'sellOrders',
    })),
  basket: () =>
    listRequest(
      'every basket',
      basketsQuestion(),
      basketSummaries => ({ basketSummaries, complete: 'baskets' }),
      baskets => baskets.flatMap(({ denom }) => basketRequests(denom)),
    ),
}

/** Every class; its issuers are lists of their own. */
const everyClass = (next: (ids: readonly string[]) => readonly Request[]): Request =>
  listRequest(
    'every credit class',
    creditClassesQuestion(),
    creditClasses => ({ creditClasses, complete: 'creditClasses' }),
    classes => next(classes.map(({ id }) => id)),
  )

/** Every class with its issuers. */
export const everyClassWithIssuers = (): Request => everyClass(ids => ids.map(issuersRequest))

/** What to ask for a basket: itself, and what it holds. */
export const basketRequests = (denom: string): readonly Request[] => [
  rowRequest('basket', denom, basketQuestion(denom), basket => ({ basket })),
  basketBalancesRequest(denom),
]

const basketBalancesRequest = (denom: string): Request =>
  orAbsent(
    listRequest(`content of ${denom}`, basketBalancesQuestion(denom), balances => ({
      basketBalances: { denom, balances },
    })),
    {},
  )
