import { moduleOf } from '../../messages/keeper/moduleAccounts.ts'
import { addressProblem } from '../../primitives/address.ts'
import { BaseAccount } from '../../wire/generated/cosmos/auth/v1beta1/auth.ts'
import * as auth from '../../wire/generated/cosmos/auth/v1beta1/query.ts'
import * as bank from '../../wire/generated/cosmos/bank/v1beta1/query.ts'
import { FeeParams } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import type { LedgerState } from '../replay/state.ts'
import { type Answerer, answering } from './answer.ts'
import { pageOf } from './page.ts'

/** What modules hold also changes with each block: minting, rewards, fees. Of them the recordings tell only the marks. */
const isModule = (address: string) =>
  moduleOf(address) !== undefined && moduleOf(address) !== 'marketplace-feepool'

const coinsOf = ({ coins }: LedgerState, address: string) =>
  [...(coins.get(address) ?? [])]
    .filter(([, amount]) => amount !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([denom, amount]) => ({ denom, amount: String(amount) }))

export const BANK_ANSWERS: { readonly [path: string]: Answerer } = {
  '/cosmos.bank.v1beta1.Query/AllBalances': answering(
    bank.QueryAllBalancesRequest,
    bank.QueryAllBalancesResponse,
    ({ address, pagination }, state) => {
      if (isModule(address) || addressProblem(address) !== null) return null
      const page = pageOf(coinsOf(state, address), pagination?.limit === 0n ? undefined : pagination)
      return page && { balances: page.items, pagination: page.pagination }
    },
  ),
  // Nobody in the recordings has coins that vest.
  '/cosmos.bank.v1beta1.Query/SpendableBalances': answering(
    bank.QuerySpendableBalancesRequest,
    bank.QuerySpendableBalancesResponse,
    ({ address, pagination }, state) => {
      if (isModule(address) || addressProblem(address) !== null) return null
      const page = pageOf(coinsOf(state, address), pagination?.limit === 0n ? undefined : pagination)
      return page && { balances: page.items, pagination: page.pagination }
    },
  ),
  '/cosmos.bank.v1beta1.Query/Balance': answering(
    bank.QueryBalanceRequest,
    bank.QueryBalanceResponse,
    ({ address, denom }, state) => {
      if (isModule(address) || addressProblem(address) !== null) return null
      const amount = state.coins.get(address)?.get(denom) ?? 0n
      return { balance: { denom, amount: String(amount) } }
    },
  ),
}

/** Accounts of people. An account that never received a coin does not exist; one that never signed has no public key. */
export const accountAnswer: Answerer = answering(
  auth.QueryAccountRequest,
  auth.QueryAccountResponse,
  ({ address }, state) => {
    const account = state.accounts.get(address)
    if (account) {
      const { accountNumber, sequence, pubKey } = account
      const value = BaseAccount.encode({ address, pubKey, accountNumber, sequence }).finish()
      return { account: { typeUrl: '/cosmos.auth.v1beta1.BaseAccount', value } }
    }
    if (state.coins.has(address) || moduleOf(address) || addressProblem(address) !== null) return null
    return {
      code: 22,
      codespace: 'sdk',
      log: `rpc error: code = NotFound desc = account ${address} not found: key not found`,
    }
  },
)

/** The marketplace fees in the raw store. Before governance set them there is no value, and an empty one after it set "". */
export const feeParamsAnswer: Answerer = (_, { feeParams }) => FeeParams.encode(feeParams).finish()
