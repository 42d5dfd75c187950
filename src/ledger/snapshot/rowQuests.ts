import type { RowKind } from '../../messages/ledger.ts'
import { basketBalancesQuestion, basketQuestion, basketsQuestion } from '../read/baskets.ts'
import { batchesQuestion, batchQuestion } from '../read/batches.ts'
import { classIssuersQuestion, creditClassesQuestion, creditClassQuestion } from '../read/creditClasses.ts'
import { creditTypeQuestion, creditTypesQuestion } from '../read/creditTypes.ts'
import { projectQuestion, projectsQuestion } from '../read/projects.ts'
import { sellOrderQuestion, sellOrdersQuestion } from '../read/sellOrders.ts'
import { listQuest, orAbsent, type Quest, quest, rowQuest } from './quest.ts'

/** What to ask for one row of each kind. */
export const ROW_QUESTS: { readonly [kind in RowKind]: (id: string) => readonly Quest[] } = {
  'credit type': id => [
    rowQuest('credit type', id, creditTypeQuestion(id), found => ({ creditTypes: [found] })),
  ],
  'credit class': id => [
    rowQuest('credit class', id, creditClassQuestion(id), found => ({ creditClasses: [found] })),
    issuersQuest(id),
  ],
  project: id => [rowQuest('project', id, projectQuestion(id), found => ({ projects: [found] }))],
  batch: id => [rowQuest('batch', id, batchQuestion(id), found => ({ batches: [found] }))],
  'sell order': id => [rowQuest('sell order', id, sellOrderQuestion(id), found => ({ sellOrders: [found] }))],
  basket: id => [rowQuest('basket', id, basketQuestion(id), basket => ({ basket })), basketBalancesQuest(id)],
}

const issuersQuest = (classId: string): Quest =>
  orAbsent(
    listQuest(`issuers of ${classId}`, classIssuersQuestion(classId), issuers => ({
      issuers: { classId, issuers },
    })),
    {},
  )

const basketBalancesQuest = (denom: string): Quest =>
  orAbsent(
    listQuest(`content of ${denom}`, basketBalancesQuestion(denom), balances => ({
      basketBalances: { denom, balances },
    })),
    {},
  )

/** What to ask for every row of each kind. A list of baskets does not tell all of them, so each is asked for. */
export const EVERY_QUESTS: { readonly [kind in RowKind]: () => Quest } = {
  'credit type': () =>
    quest('every credit type', creditTypesQuestion(), creditTypes => ({
      creditTypes,
      complete: 'creditTypes',
    })),
  'credit class': () => everyClass(() => []),
  project: () =>
    listQuest('every project', projectsQuestion(), projects => ({ projects, complete: 'projects' })),
  batch: () => listQuest('every batch', batchesQuestion(), batches => ({ batches, complete: 'batches' })),
  'sell order': () =>
    listQuest('every sell order', sellOrdersQuestion(), sellOrders => ({
      sellOrders,
      complete: 'sellOrders',
    })),
  basket: () =>
    listQuest(
      'every basket',
      basketsQuestion(),
      basketSummaries => ({ basketSummaries, complete: 'baskets' }),
      baskets => baskets.flatMap(({ denom }) => ROW_QUESTS.basket(denom)),
    ),
}

/** Every class; its issuers are lists of their own. */
const everyClass = (next: (ids: readonly string[]) => readonly Quest[]): Quest =>
  listQuest(
    'every credit class',
    creditClassesQuestion(),
    creditClasses => ({ creditClasses, complete: 'creditClasses' }),
    classes => next(classes.map(({ id }) => id)),
  )

/** Every class with its issuers. */
export const everyClassWithIssuers = (): Quest => everyClass(ids => ids.map(issuersQuest))
