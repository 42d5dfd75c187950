import { PubKey } from '../../wire/generated/cosmos/crypto/secp256k1/keys.ts'
import type { Any } from '../../wire/generated/google/protobuf/any.ts'
import type { AllowedDenom } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import type { CreditType } from '../../wire/generated/regen/ecocredit/v1/state.ts'
import { type Recordings, resultOf } from '../recordings.ts'
import { addCoins } from './coins.ts'
import { emptyState, type LedgerState } from './state.ts'

type Coin = { readonly denom: string; readonly amount: string }
type Row = { readonly [column: string]: string | number }

type AppState = {
  readonly auth: {
    readonly accounts: readonly { readonly address: string; readonly account_number: string }[]
  }
  readonly bank: {
    readonly balances: readonly { readonly address: string; readonly coins: readonly Coin[] }[]
  }
  readonly ecocredit: { readonly [table: string]: readonly Row[] }
  readonly genutil: {
    readonly gen_txs: readonly {
      readonly body: { readonly messages: readonly { readonly value: Coin }[] }
      readonly auth_info: {
        readonly signer_infos: readonly { readonly public_key: { readonly key: string } }[]
      }
    }[]
  }
}

const appState = (recordings: Recordings): AppState =>
  (resultOf(recordings, 'genesis') as { genesis: { app_state: AppState } }).genesis.app_state

/** The chain's first state. A genesis transaction is signed by an account of its own, in the accounts' order. */
export function genesisState(recordings: Recordings): LedgerState {
  const state = emptyState()
  const { auth, bank, genutil } = appState(recordings)
  for (const { address, account_number } of auth.accounts)
    state.accounts.set(address, { accountNumber: BigInt(account_number), sequence: 0n, pubKey: undefined })
  for (const { address, coins } of bank.balances)
    for (const { denom, amount } of coins) addCoins(state, address, `${amount}${denom}`, 1n)
  genutil.gen_txs.forEach(({ body, auth_info }, index) => {
    const address = auth.accounts[index]?.address ?? ''
    const [account, key] = [state.accounts.get(address), auth_info.signer_infos[0]?.public_key.key]
    if (!account || !key) throw new Error(`the genesis transaction ${index} has no signer`)
    account.sequence = 1n
    account.pubKey = publicKey(key)
    for (const { value } of body.messages) addCoins(state, address, `${value.amount}${value.denom}`, -1n)
  })
  return state
}

const publicKey = (base64: string): Any => ({
  typeUrl: '/cosmos.crypto.secp256k1.PubKey',
  value: PubKey.encode({ key: new Uint8Array(Buffer.from(base64, 'base64')) }).finish(),
})

/** The rows that governance alone could change, and did not in the recordings. */
export function genesisRows(recordings: Recordings): {
  readonly creditTypes: readonly CreditType[]
  readonly allowedDenoms: readonly AllowedDenom[]
} {
  const { ecocredit } = appState(recordings)
  const table = (name: string, key: string) =>
    [...(ecocredit[`regen.ecocredit.${name}`] ?? [])].sort((a, b) =>
      String(a[key]) < String(b[key]) ? -1 : 1,
    )
  return {
    creditTypes: table('v1.CreditType', 'abbreviation') as unknown as CreditType[],
    allowedDenoms: table('marketplace.v1.AllowedDenom', 'bank_denom').map(row => ({
      bankDenom: String(row['bank_denom']),
      displayDenom: String(row['display_denom']),
      exponent: Number(row['exponent']),
    })),
  }
}
