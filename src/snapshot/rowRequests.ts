import type { RowKind } from '../messages/ledger.ts'
import { basketBalancesQuestion, basketQuestion, basketsQuestion } from '../node/read/baskets.ts'
import { batchesQuestion, batchQuestion } from '../node/read/batches.ts'
import {
  classIssuersQuestion,
  creditClassesQuestion,
  creditClassQuestion,
} from '../node/read/creditClasses.ts'
import { creditTypeQuestion, creditTypesQuestion } from '../node/read/creditTypes.ts'
import { proposalQuestion } from '../node/read/governance.ts'
import { grantsQuestion } from '../node/read/grants.ts'
import { projectQuestion, projectsQuestion } from '../node/read/projects.ts'
import { sellOrderQuestion, sellOrdersQuestion } from '../node/read/sellOrders.ts'
import { type BridgeKind, bridgeRequests } from './bridgeRequests.ts'
import { listRequest, orAbsent, type Request, request, rowRequest } from './request.ts'

/** What to ask for one row of each kind. */
export const ROW_REQUESTS: { readonly [kind in RowKind]: (id: string) => readonly Request[] } = {
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
  basket: id => [
    rowRequest('basket', id, basketQuestion(id), basket => ({ basket })),
    basketBalancesRequest(id),
  ],
  proposal: id => [
    rowRequest('proposal', id, proposalQuestion(BigInt(id)), ({ status }) => ({
      proposals: [{ id, status }],
    })),
  ],
  grant: id => [grantsRequest(id)],
  'bridged batch': bridgeRequests('bridged batch'),
  'bridge contract': bridgeRequests('bridge contract'),
  'origin transaction': bridgeRequests('origin transaction'),
}

/** All that one account lets another do; the grant that was asked for is among it, or there is none. */
function grantsRequest(id: string): Request {
  const [granter = '', grantee = '', message = ''] = id.split(' ')
  return orAbsent(
    listRequest(`grants of ${granter} to ${grantee}: ${message}`, grantsQuestion(granter, grantee), found => {
      const rows = found.flatMap(grant =>
        grant.message === null
          ? []
          : [{ granter, grantee, message: grant.message, expiration: grant.expiration }],
      )
      // An authorization of another kind may allow it; those of which nothing else is known are not guessed at.
      const isOpen = found.some(grant => grant.message === null)
      const isThere = rows.some(grant => grant.message === message)
      return { grants: rows, ...(!isThere && !isOpen && { absent: `grant ${id}` }) }
    }),
    { absent: `grant ${id}` },
  )
}

const issuersRequest = (classId: string): Request =>
  orAbsent(
    listRequest(`issuers of ${classId}`, classIssuersQuestion(classId), issuers => ({
      issuers: { classId, issuers },
    })),
    {},
  )

const basketBalancesRequest = (denom: string): Request =>
  orAbsent(
    listRequest(`content of ${denom}`, basketBalancesQuestion(denom), balances => ({
      basketBalances: { denom, balances },
    })),
    {},
  )

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
      baskets => baskets.flatMap(({ denom }) => ROW_REQUESTS.basket(denom)),
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
