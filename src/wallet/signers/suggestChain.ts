import { RegenError } from '../../primitives/errors.ts'
import { SIGNER_UNUSABLE } from '../../primitives/errorTable/sending.ts'
import type { ChainInfo } from './chainInfo.ts'
import type { KeplrWallet } from './keplr.ts'

/**
 * Offers a wallet a chain and enables it. A chain that the wallet knows by itself, as Keplr knows regen-1, is left as the wallet has it.
 * Throws SIGNER_UNUSABLE when the wallet takes no chains.
 *
 * @example
 * await suggestChain(keplr, regenChainInfo())
 */
export async function suggestChain(wallet: KeplrWallet, info: ChainInfo): Promise<void> {
  if (wallet.experimentalSuggestChain === undefined)
    throw new RegenError(SIGNER_UNUSABLE, { reason: 'it takes no chains that it does not know' })
  await wallet.experimentalSuggestChain(info as never)
  await wallet.enable(info.chainId)
}
