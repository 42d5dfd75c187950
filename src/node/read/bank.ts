import type { CoinBalance } from '../../preview/snapshot.ts'
import { type Coin, coin } from '../../primitives/coin.ts'
import { toCoin } from '../decode/coin.ts'
import { type DenomMetadata, toDenomMetadata } from '../decode/modules/denomMetadata.ts'
import {
  bankAllBalances,
  bankBalance,
  bankDenomMetadata,
  bankSpendableBalances,
  bankSupplyOf,
  bankTotalSupply,
  protocolpoolCommunityPool,
} from '../endpoints/bank.ts'
import { ask, askAll, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, question } from './question.ts'

/** Every coin of an account; a denom that is not listed is 0. */
const coinsQuestion = (account: string): ListQuestion<Coin> =>
  listQuestion(
    bankAllBalances,
    { address: account },
    (response, read) => read.each('balances', response.balances, toCoin),
    'hundred',
  )

/** What an account can spend: every coin that does not still vest. */
export const spendableQuestion = (account: string): ListQuestion<Coin> =>
  listQuestion(
    bankSpendableBalances,
    { address: account },
    (response, read) => read.each('balances', response.balances, toCoin),
    'hundred',
  )

/**
 * All coins of an account. One that was never used holds none.
 *
 * @example
 * const coinBalance = await readCoinBalance(at, buyer)
 */
export const readCoinBalance = async (ledger: NodeAt, account: string): Promise<CoinBalance> => ({
  account,
  coins: await askAll(ledger, coinsQuestion(account)),
})

/**
 * What an account holds of one denom, in its smallest unit.
 *
 * @example
 * const coinAmount = await readCoinAmount(at, buyer, 'uregen')
 */
export const readCoinAmount = async (ledger: NodeAt, account: string, denom: string): Promise<bigint> =>
  ask(
    ledger,
    question(bankBalance, { address: account, denom }, (response, read) => {
      const { balance } = response
      read.same('balance.denom', balance?.denom ?? '', denom)
      return read.whole('balance.amount', balance?.amount ?? '')
    }),
  )

/**
 * How much there is of a denom; 0 for one that does not exist.
 *
 * @example
 * const supplyOf = await readSupplyOf(at, 'uregen')
 */
export const readSupplyOf = (ledger: NodeAt, denom: string): Promise<Coin> =>
  ask(
    ledger,
    question(bankSupplyOf, { denom }, ({ amount }, read) => {
      read.same('amount.denom', amount?.denom ?? '', denom)
      return coin(denom, read.whole('amount.amount', amount?.amount ?? ''))
    }),
  )

/**
 * How much there is of every denom.
 *
 * @example
 * const totalSupply = await readTotalSupply(at)
 */
export const readTotalSupply = (ledger: NodeAt): Promise<readonly Coin[]> =>
  askAll(
    ledger,
    listQuestion(
      bankTotalSupply,
      {},
      (response, read) => read.each('supply', response.supply, toCoin),
      'hundred',
    ),
  )

/**
 * How people write a denom; null where the chain was not told.
 *
 * @example
 * const denomMetadata = await readDenomMetadata(at, 'uregen')
 */
export const readDenomMetadata = (ledger: NodeAt, denom: string): Promise<DenomMetadata | null> =>
  askIfAny(
    ledger,
    question(bankDenomMetadata, { denom }, ({ metadata }, read) =>
      read.message('metadata', metadata, toDenomMetadata),
    ),
  )

/**
 * The community pool. In v7 it is protocolpool's; x/distribution refuses to tell.
 *
 * @example
 * const communityPool = await readCommunityPool(at)
 */
export const readCommunityPool = (ledger: NodeAt): Promise<readonly Coin[]> =>
  ask(
    ledger,
    question(protocolpoolCommunityPool, {}, ({ pool }, read) => read.each('pool', pool, toCoin)),
  )
