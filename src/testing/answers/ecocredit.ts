import { addressBytes, addressProblem } from '../../primitives/address.ts'
import type { PageRequest } from '../../wire/generated/cosmos/base/query/v1beta1/pagination.ts'
import * as query from '../../wire/generated/regen/ecocredit/v1/query.ts'
import { classOf, type LedgerState } from '../replay/state.ts'
import { type Answerer, answering, notFound } from './answer.ts'
import { pageOf } from './page.ts'

const SERVICE = '/regen.ecocredit.v1.Query'

type Paged<Row> = { readonly items: Row[]; readonly pagination: ReturnType<typeof paginationOf> }
const paginationOf = (page: ReturnType<typeof pageOf>) => page?.pagination

/** A page of the rows that `keep` keeps, as the fields of a response. */
const list = <Row, Field extends string>(
  field: Field,
  rows: Iterable<Row>,
  pagination: PageRequest | undefined,
  keep: (row: Row) => boolean = () => true,
) => {
  const page = pageOf([...rows].filter(keep), pagination)
  return (
    page && ({ [field]: page.items, pagination: page.pagination } as { [name in Field]: Row[] } & Paged<Row>)
  )
}

const byBytes = (a: string, b: string): number => Buffer.compare(addressBytes(a), addressBytes(b))

/** Rows of credits are kept by address, then by batch in the order in which the batches were made. */
function creditRows(state: LedgerState): readonly query.BatchBalanceInfo[] {
  const order = [...state.batches.keys()]
  return [...state.credits.values()].sort(
    (a, b) => byBytes(a.address, b.address) || order.indexOf(a.batchDenom) - order.indexOf(b.batchDenom),
  )
}

const batchMissing = (denom: string) => notFound('batch with denom', denom)

/** The ecocredit module's queries of what transactions make: classes, projects, batches, balances, supplies. */
export const ECOCREDIT_ANSWERS: { readonly [path: string]: Answerer } = {
  [`${SERVICE}/Classes`]: answering(
    query.QueryClassesRequest,
    query.QueryClassesResponse,
    ({ pagination }, { classes }) => list('classes', classes.values(), pagination),
  ),
  [`${SERVICE}/ClassesByAdmin`]: answering(
    query.QueryClassesByAdminRequest,
    query.QueryClassesByAdminResponse,
    ({ admin, pagination }, { classes }) =>
      list('classes', classes.values(), pagination, row => row.admin === admin),
  ),
  [`${SERVICE}/Class`]: answering(
    query.QueryClassRequest,
    query.QueryClassResponse,
    ({ classId }, { classes }) => {
      const found = classes.get(classId)
      return found ? { class: found } : notFound('class with id', classId)
    },
  ),
  [`${SERVICE}/ClassIssuers`]: answering(
    query.QueryClassIssuersRequest,
    query.QueryClassIssuersResponse,
    ({ classId, pagination }, { issuers }) => {
      const found = issuers.get(classId)
      return found
        ? list('issuers', [...found].sort(byBytes), pagination)
        : notFound('class with id', classId)
    },
  ),
  [`${SERVICE}/Projects`]: answering(
    query.QueryProjectsRequest,
    query.QueryProjectsResponse,
    ({ pagination }, { projects }) => list('projects', projects.values(), pagination),
  ),
  [`${SERVICE}/ProjectsByClass`]: answering(
    query.QueryProjectsByClassRequest,
    query.QueryProjectsByClassResponse,
    ({ classId, pagination }, { classes, projects }) =>
      classes.has(classId)
        ? list('projects', projects.values(), pagination, row => row.classId === classId)
        : notFound('class with id', classId),
  ),
  [`${SERVICE}/ProjectsByReferenceId`]: answering(
    query.QueryProjectsByReferenceIdRequest,
    query.QueryProjectsByReferenceIdResponse,
    ({ referenceId, pagination }, { projects }) =>
      list('projects', projects.values(), pagination, row => row.referenceId === referenceId),
  ),
  [`${SERVICE}/ProjectsByAdmin`]: answering(
    query.QueryProjectsByAdminRequest,
    query.QueryProjectsByAdminResponse,
    ({ admin, pagination }, { projects }) =>
      list('projects', projects.values(), pagination, row => row.admin === admin),
  ),
  [`${SERVICE}/Project`]: answering(
    query.QueryProjectRequest,
    query.QueryProjectResponse,
    ({ projectId }, { projects }) => {
      const project = projects.get(projectId)
      return project ? { project } : notFound('project with id', projectId)
    },
  ),
  [`${SERVICE}/Batches`]: answering(
    query.QueryBatchesRequest,
    query.QueryBatchesResponse,
    ({ pagination }, { batches }) => list('batches', batches.values(), pagination),
  ),
  [`${SERVICE}/BatchesByIssuer`]: answering(
    query.QueryBatchesByIssuerRequest,
    query.QueryBatchesByIssuerResponse,
    ({ issuer, pagination }, { batches }) =>
      list('batches', batches.values(), pagination, row => row.issuer === issuer),
  ),
  [`${SERVICE}/BatchesByClass`]: answering(
    query.QueryBatchesByClassRequest,
    query.QueryBatchesByClassResponse,
    ({ classId, pagination }, { classes, batches }) =>
      classes.has(classId)
        ? list('batches', batches.values(), pagination, row => classOf(row.denom) === classId)
        : notFound('class with id', classId),
  ),
  [`${SERVICE}/BatchesByProject`]: answering(
    query.QueryBatchesByProjectRequest,
    query.QueryBatchesByProjectResponse,
    ({ projectId, pagination }, { projects, batches }) =>
      projects.has(projectId)
        ? list('batches', batches.values(), pagination, row => row.projectId === projectId)
        : notFound('project with id', projectId),
  ),
  [`${SERVICE}/Batch`]: answering(
    query.QueryBatchRequest,
    query.QueryBatchResponse,
    ({ batchDenom }, { batches }) => {
      const batch = batches.get(batchDenom)
      return batch ? { batch } : batchMissing(batchDenom)
    },
  ),
  [`${SERVICE}/Balance`]: answering(
    query.QueryBalanceRequest,
    query.QueryBalanceResponse,
    ({ address, batchDenom }, { batches, credits }) => {
      if (addressProblem(address) !== null) return null
      const nothing = { tradableAmount: '0', retiredAmount: '0', escrowedAmount: '0' }
      return batches.has(batchDenom)
        ? { balance: credits.get(`${batchDenom} ${address}`) ?? { address, batchDenom, ...nothing } }
        : batchMissing(batchDenom)
    },
  ),
  [`${SERVICE}/Balances`]: answering(
    query.QueryBalancesRequest,
    query.QueryBalancesResponse,
    ({ address, pagination }, state) =>
      addressProblem(address) === null
        ? list('balances', creditRows(state), pagination, row => row.address === address)
        : null,
  ),
  [`${SERVICE}/BalancesByBatch`]: answering(
    query.QueryBalancesByBatchRequest,
    query.QueryBalancesByBatchResponse,
    ({ batchDenom, pagination }, state) =>
      state.batches.has(batchDenom)
        ? list('balances', creditRows(state), pagination, row => row.batchDenom === batchDenom)
        : batchMissing(batchDenom),
  ),
  [`${SERVICE}/AllBalances`]: answering(
    query.QueryAllBalancesRequest,
    query.QueryAllBalancesResponse,
    ({ pagination }, state) => list('balances', creditRows(state), pagination),
  ),
  [`${SERVICE}/Supply`]: answering(
    query.QuerySupplyRequest,
    query.QuerySupplyResponse,
    ({ batchDenom }, { supplies }) => supplies.get(batchDenom) ?? batchMissing(batchDenom),
  ),
}
