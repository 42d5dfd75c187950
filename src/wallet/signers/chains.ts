/** What is known of a network, and when that was read. */
export type ChainData = {
  readonly chainId: string
  readonly chainName: string
  readonly isTestnet: boolean
  /** Public addresses; null where none is known to be kept up. */
  readonly rpc: string | null
  readonly rest: string | null
  readonly asOf: string
}

/** Regen's networks. Addresses as Keplr's built-in entry for regen-1 has them. */
export const CHAINS: readonly ChainData[] = [
  {
    chainId: 'regen-1',
    chainName: 'Regen',
    isTestnet: false,
    rpc: 'https://rpc-regen.keplr.app',
    rest: 'https://lcd-regen.keplr.app',
    asOf: '2026-11-29',
  },
  {
    chainId: 'regen-redwood-1',
    chainName: 'Regen Redwood',
    isTestnet: true,
    rpc: null,
    rest: null,
    asOf: '2026-11-29',
  },
]

/** uregen for one unit of gas, as chain-registry and Keplr have it. 0.01, which other lists still have, is below what nodes take. */
export const GAS_PRICE_STEP = { low: 0.015, average: 0.025, high: 0.04 } as const
