import { isRegenError } from '../../primitives/errors.ts'
import type { NodeAt } from './ask.ts'
import { FEE_ROUTER_PARAMS } from './m013.ts'

/**
 * Where each mechanism's module would answer, once a chain has it. The specifications name the modules x/supply, x/feerouter, x/authority and
 * x/rewards; the paths follow the chain's other modules.
 *
 * @see SPEC M012, M013, M014 and M015, Implementation Notes
 */
export const PROPOSED_MODULES = {
  m012: '/regen.supply.v1.Query/Params',
  m013: FEE_ROUTER_PARAMS,
  m014: '/regen.authority.v1.Query/Params',
  m015: '/regen.rewards.v1.Query/Params',
} as const

/** One of the four mechanisms that a chain may have as a module: M012 to M015. */
export type Mechanism = keyof typeof PROPOSED_MODULES

export type MechanismStatus = 'proposed' | 'on chain'

/** Which of the mechanisms this chain has a module for. Only "this chain has no such module" is a no: a node that fails fails. */
export async function readProposedModules({
  port,
  height,
  signal,
}: NodeAt): Promise<{ readonly [mechanism in Mechanism]: MechanismStatus }> {
  const statusOf = async (mechanism: Mechanism): Promise<MechanismStatus> => {
    try {
      const path = PROPOSED_MODULES[mechanism]
      await port.abciQuery({ path, data: new Uint8Array(), height, signal })
      return 'on chain'
    } catch (error) {
      if (isRegenError(error, 'MODULE_MISSING')) return 'proposed'
      throw error
    }
  }
  const [m012, m013, m014, m015] = await Promise.all([
    statusOf('m012'),
    statusOf('m013'),
    statusOf('m014'),
    statusOf('m015'),
  ])
  return { m012, m013, m014, m015 }
}
