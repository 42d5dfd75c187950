import type { CreditBalance } from '../../preview/snapshot.ts'
import type { BatchBalanceInfo } from '../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Fields } from '../decode/fields.ts'
import { allBalances, balance, balances, balancesByBatch } from '../endpoints/credits.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

const toCreditBalance = (
  { address, batchDenom, tradableAmount, retiredAmount, escrowedAmount }: BatchBalanceInfo,
  read: Fields,
): CreditBalance => ({
  account: read.address('address', address),
  batchDenom: read.text('batch_denom', batchDenom),
  tradable: read.credits('tradable_amount', tradableAmount),
  retired: read.credits('retired_amount', retiredAmount),
  escrowed: read.credits('escrowed_amount', escrowedAmount),
})

const toBalances = (response: { balances: BatchBalanceInfo[] }, read: Fields) =>
  read.each('balances', response.balances, toCreditBalance)

export const creditBalanceQuestion = (account: string, batchDenom: string): Question<CreditBalance> =>
  question(balance, { address: account, batchDenom }, (response, read) => {
    const found = read.message('balance', response.balance, toCreditBalance)
    read.same('balance.address', found.account, account)
    read.same('balance.batch_denom', found.batchDenom, batchDenom)
    return found
  })

/** A batch that is not listed is one the account never held. */
export const creditBalancesQuestion = (account: string): ListQuestion<CreditBalance> =>
  listQuestion(balances, { address: account }, toBalances, 'whole')

/**
 * An account's credits of a batch, 0 when it never held any; null when there is no such batch.
 *
 * @example
 * const creditBalance = await readCreditBalance(at, buyer, batchDenom)
 */
export const readCreditBalance = (
  ledger: NodeAt,
  account: string,
  batchDenom: string,
): Promise<CreditBalance | null> => askIfAny(ledger, creditBalanceQuestion(account, batchDenom))

/**
 * An account's credits of every batch. Retired ones are all that it ever retired.
 *
 * @example
 * const creditBalances = await readCreditBalances(at, buyer)
 */
export const readCreditBalances = (ledger: NodeAt, account: string): Promise<readonly CreditBalance[]> =>
  askAll(ledger, creditBalancesQuestion(account))

/**
 * Who holds credits of a batch; null when there is no such batch.
 *
 * @example
 * const creditBalancesByBatch = await readCreditBalancesByBatch(at, batchDenom)
 */
export const readCreditBalancesByBatch = (
  ledger: NodeAt,
  batchDenom: string,
): Promise<readonly CreditBalance[] | null> =>
  askAllIfAny(ledger, listQuestion(balancesByBatch, { batchDenom }, toBalances, 'whole'))

/**
 * Everybody's credits of every batch: on a busy chain, a long list.
 *
 * @example
 * const allCreditBalances = await readAllCreditBalances(at)
 */
export const readAllCreditBalances = (ledger: NodeAt): Promise<readonly CreditBalance[]> =>
  askAll(ledger, listQuestion(allBalances, {}, toBalances, 'whole'))
