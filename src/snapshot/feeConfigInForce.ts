import { type FeeRouter, readFeeRouter } from '../node/contracts/feeRouter.ts'
import { readFeeRouterModule } from '../node/modules/feeRouterModule.ts'
import type { NodeAt } from '../node/read/ask.ts'
import { FEE_ROUTER_PARAMS } from '../node/read/m013.ts'
import type { FeeConfigInForce, LedgerSnapshot } from '../preview/snapshot.ts'
import { isRegenError } from '../primitives/errors.ts'

/**
 * M013's configuration where a chain has it, at the height of the snapshot: by its module where that answers, else by the contract that is named; 'module'
 * names none.
 */
export async function feeConfigInForce(
  ledger: NodeAt,
  router: string,
): Promise<Pick<LedgerSnapshot, 'feeConfig'>> {
  try {
    return { feeConfig: inForce(await readFeeRouterModule(ledger), FEE_ROUTER_PARAMS) }
  } catch (error) {
    if (!isRegenError(error, 'MODULE_MISSING')) throw error
  }
  if (router === 'module') return {}
  return { feeConfig: inForce(await readFeeRouter(ledger, router), router) }
}

const inForce = ({ config, feePayer, denom, phase }: FeeRouter, source: string): FeeConfigInForce => ({
  ...config,
  source,
  feePayer,
  denom,
  phase,
})
