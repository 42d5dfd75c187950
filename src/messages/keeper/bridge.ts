import type { Ledger } from '../ledger.ts'

/** The reason the chain writes for a bridged cancellation, 'bridge-<target>', must fit into 512 bytes. */
export const LONGEST_BRIDGE_TARGET = 505

/** Warns unless governance allows bridging to and from a chain; its name is compared in lower case. */
export function allowBridge(chain: string, ledger: Ledger): void {
  const chains = ledger.setting('bridgeChains')
  if (chains === null) ledger.warn('STATE_UNKNOWN', { what: 'allowed bridge chain', id: chain })
  else if (!chains.value.includes(chain.toLowerCase())) ledger.warn('BRIDGE_CHAIN_NOT_ALLOWED', { chain })
}
