import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { type CommandInput, type Io, textOption } from '../command.ts'
import { readJson } from '../input/readInput.ts'

/**
 * What --fee-router or --contracts say of the chain that is read: a contract's address, or 'module' where a list has none for this chain. Undefined when
 * neither was given: then M013 is proposed.
 */
export async function feeRouterOf(input: CommandInput, io: Io, rpc: Rpc): Promise<string | undefined> {
  const router = textOption(input, 'feeRouter')
  const file = textOption(input, 'contracts')
  if (router !== undefined || file === undefined) return router
  const [{ parseContractRegistry }, { readStatus }] = await Promise.all([
    import('../../network/inForce/mechanismSources.ts'),
    import('../../node/read/node.ts'),
  ])
  const registry = parseContractRegistry(await readJson(file, io))
  const { chainId } = await readStatus(rpc, io.signal)
  return registry[chainId]?.feeRouter ?? 'module'
}
