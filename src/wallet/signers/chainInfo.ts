import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { CHAINS, GAS_PRICE_STEP } from './chains.ts'

/** A currency as Keplr and those of its shape take one. */
export type Currency = {
  readonly coinDenom: string
  readonly coinMinimalDenom: string
  readonly coinDecimals: number
  readonly coinGeckoId?: string
}

/** Chain info in Keplr's present shape: the price of gas stands with each fee currency. */
export type ChainInfo = {
  readonly chainId: string
  readonly chainName: string
  readonly rpc: string
  readonly rest: string
  readonly bip44: { readonly coinType: number }
  readonly bech32Config: { readonly [prefix in Prefix]: string }
  readonly currencies: readonly Currency[]
  readonly feeCurrencies: readonly (Currency & {
    readonly gasPriceStep: { readonly low: number; readonly average: number; readonly high: number }
  })[]
  readonly stakeCurrency: Currency
  readonly features: readonly string[]
  readonly isTestnet?: boolean
}

type Prefix =
  | 'bech32PrefixAccAddr'
  | 'bech32PrefixAccPub'
  | 'bech32PrefixValAddr'
  | 'bech32PrefixValPub'
  | 'bech32PrefixConsAddr'
  | 'bech32PrefixConsPub'

/** Which chain, by which nodes; a network of one's own needs its addresses. */
export type ChainInfoOptions = {
  readonly chainId?: string
  readonly chainName?: string
  readonly rpc?: string
  readonly rest?: string
  /** Where allowed denoms are read from: each becomes a currency. */
  readonly snapshot?: Pick<LedgerSnapshot, 'settings'>
}

const REGEN: Currency = {
  coinDenom: 'REGEN',
  coinMinimalDenom: 'uregen',
  coinDecimals: 6,
  coinGeckoId: 'regen',
}

/**
 * Chain info for `experimentalSuggestChain` and wallet kits, from the table of networks in this package (its date is in
 * REGEN_CHAINS) and, given a snapshot, the denoms the marketplace allows. Without a chain id: regen-1.
 *
 * A network without public addresses, the test network or one's own, needs `rpc` and `rest`: INPUT_INVALID without.
 *
 * @example
 * const info = regenChainInfo({
 *   chainId: 'my-regen-devnet',
 *   rpc: 'http://127.0.0.1:26657',
 *   rest: 'http://127.0.0.1:1317',
 * })
 * await suggestChain(keplr, info)
 */
export function regenChainInfo(options: ChainInfoOptions = {}): ChainInfo {
  const { chainId = 'regen-1', snapshot } = options
  const known = CHAINS.find(chain => chain.chainId === chainId)
  const rpc = options.rpc ?? known?.rpc
  const rest = options.rest ?? known?.rest
  if (rpc == null || rest == null)
    throw new RegenError(INPUT_INVALID, {
      what: 'chain info',
      issues: `✖ of ${chainId.slice(0, 60)} no public addresses are known: pass rpc and rest`,
    })
  const allowed =
    snapshot === undefined || snapshot.settings.allowedDenoms === 'unknown'
      ? []
      : snapshot.settings.allowedDenoms
  const others = allowed
    .filter(({ bankDenom }) => bankDenom !== 'uregen')
    .map(({ bankDenom, displayDenom, exponent }) => ({
      coinDenom: displayDenom,
      coinMinimalDenom: bankDenom,
      coinDecimals: exponent,
    }))
  return {
    chainId,
    chainName: options.chainName ?? known?.chainName ?? chainId,
    rpc,
    rest,
    bip44: { coinType: 118 },
    bech32Config: {
      bech32PrefixAccAddr: 'regen',
      bech32PrefixAccPub: 'regenpub',
      bech32PrefixValAddr: 'regenvaloper',
      bech32PrefixValPub: 'regenvaloperpub',
      bech32PrefixConsAddr: 'regenvalcons',
      bech32PrefixConsPub: 'regenvalconspub',
    },
    currencies: [REGEN, ...others],
    feeCurrencies: [{ ...REGEN, gasPriceStep: GAS_PRICE_STEP }],
    stakeCurrency: REGEN,
    features: ['ibc-transfer', 'ibc-go'],
    ...(known?.isTestnet === false ? {} : { isTestnet: true }),
  }
}
