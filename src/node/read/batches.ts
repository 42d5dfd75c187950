import type { Credits } from '../../primitives/credits.ts'
import type { QuerySupplyResponse, BatchInfo as Wire } from '../../wire/generated/regen/ecocredit/v1/query.ts'
import { type BatchInfo, toBatch } from '../decode/credits/batch.ts'
import type { Fields } from '../decode/fields.ts'
import {
  batch,
  batches,
  batchesByClass,
  batchesByIssuer,
  batchesByProject,
  supply,
} from '../endpoints/credits.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

const toBatches = (response: { batches: Wire[] }, read: Fields) =>
  read.each('batches', response.batches, toBatch)

export const batchQuestion = (batchDenom: string): Question<BatchInfo> =>
  question(batch, { batchDenom }, (response, read) => {
    const found = read.message('batch', response.batch, toBatch)
    read.same('batch.denom', found.denom, batchDenom)
    return found
  })

export const batchesQuestion = (): ListQuestion<BatchInfo> => listQuestion(batches, {}, toBatches, 'whole')

/**
 * A batch by its denom, or null.
 *
 * @example
 * const batch = await readBatch(at, batchDenom)
 */
export const readBatch = (ledger: NodeAt, batchDenom: string): Promise<BatchInfo | null> =>
  askIfAny(ledger, batchQuestion(batchDenom))

/**
 * Every batch, by its denom.
 *
 * @example
 * const batches = await readBatches(at)
 */
export const readBatches = (ledger: NodeAt): Promise<readonly BatchInfo[]> =>
  askAll(ledger, batchesQuestion())

/**
 * The batches of a class; null when there is no such class.
 *
 * @example
 * const batchesByClass = await readBatchesByClass(at, 'C01')
 */
export const readBatchesByClass = (ledger: NodeAt, classId: string): Promise<readonly BatchInfo[] | null> =>
  askAllIfAny(ledger, listQuestion(batchesByClass, { classId }, toBatches, 'whole'))

/**
 * The batches of a project; null when there is no such project.
 *
 * @example
 * const batchesByProject = await readBatchesByProject(at, 'C01-001')
 */
export const readBatchesByProject = (
  ledger: NodeAt,
  projectId: string,
): Promise<readonly BatchInfo[] | null> =>
  askAllIfAny(ledger, listQuestion(batchesByProject, { projectId }, toBatches, 'whole'))

/**
 * The batches that an account issued.
 *
 * @example
 * const batchesByIssuer = await readBatchesByIssuer(at, seller)
 */
export const readBatchesByIssuer = (ledger: NodeAt, issuer: string): Promise<readonly BatchInfo[]> =>
  askAll(ledger, listQuestion(batchesByIssuer, { issuer }, toBatches, 'whole'))

/** The credits of a batch. What is on sale or in a basket counts as tradable; the three together were issued. */
export type BatchSupply = {
  readonly tradable: Credits
  readonly retired: Credits
  readonly cancelled: Credits
}

const toBatchSupply = (
  { tradableAmount, retiredAmount, cancelledAmount }: QuerySupplyResponse,
  read: Fields,
): BatchSupply => ({
  tradable: read.credits('tradable_amount', tradableAmount),
  retired: read.credits('retired_amount', retiredAmount),
  cancelled: read.credits('cancelled_amount', cancelledAmount),
})

/**
 * What became of the credits of a batch; null when there is no such batch.
 *
 * @example
 * const batchSupply = await readBatchSupply(at, batchDenom)
 */
export const readBatchSupply = (ledger: NodeAt, batchDenom: string): Promise<BatchSupply | null> =>
  askIfAny(ledger, question(supply, { batchDenom }, toBatchSupply))
