import { MODULE_ACCOUNTS } from '../../messages/keeper/moduleAccounts.ts'
import { MsgCommunityPoolSpend } from '../../wire/generated/cosmos/protocolpool/v1/tx.ts'
import {
  MsgGovSendFromFeePool,
  MsgGovSetFeeParams,
} from '../../wire/generated/regen/ecocredit/marketplace/v1/tx.ts'
import { addCoins } from './coins.ts'
import type { LedgerState, Proposal } from './state.ts'

type Coins = readonly { readonly denom: string; readonly amount: string }[]

const asText = (coins: Coins): string => coins.map(({ denom, amount }) => `${amount}${denom}`).join(',')

/** What a passed proposal's messages do. One that is not listed ends what can be derived from the recordings. */
const EXECUTIONS: {
  readonly [typeUrl: string]: ((bytes: Uint8Array, state: LedgerState) => void) | undefined
} = {
  '/regen.ecocredit.marketplace.v1.MsgGovSetFeeParams': (bytes, state) => {
    const { fees } = MsgGovSetFeeParams.decode(bytes)
    if (fees) state.feeParams = fees
  },
  '/regen.ecocredit.marketplace.v1.MsgGovSendFromFeePool': (bytes, state) => {
    const { recipient, coins } = MsgGovSendFromFeePool.decode(bytes)
    addCoins(state, MODULE_ACCOUNTS['marketplace-feepool'], asText(coins), -1n)
    addCoins(state, recipient, asText(coins), 1n)
  },
  '/cosmos.protocolpool.v1.MsgCommunityPoolSpend': (bytes, state) => {
    const { recipient, amount } = MsgCommunityPoolSpend.decode(bytes)
    addCoins(state, MODULE_ACCOUNTS.protocolpool, asText(amount), -1n)
    addCoins(state, recipient, asText(amount), 1n)
  },
}

/** Ends a proposal: its deposit goes back, and if it passed, its messages run. Gives the messages it cannot run. */
export function applyProposal(
  { proposer, deposit, messages }: Proposal,
  passed: boolean,
  state: LedgerState,
): readonly string[] {
  addCoins(state, MODULE_ACCOUNTS.gov, asText(deposit), -1n)
  addCoins(state, proposer, asText(deposit), 1n)
  if (!passed) return []
  return messages
    .filter(({ typeUrl, value }) => {
      const execute = EXECUTIONS[typeUrl]
      execute?.(new Uint8Array(Buffer.from(value, 'base64')), state)
      return execute === undefined
    })
    .map(({ typeUrl }) => typeUrl)
}
