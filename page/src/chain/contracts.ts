import {
  type ContractRegistry,
  parseContractRegistry,
} from '../../../src/network/inForce/mechanismSources.ts'
import { readStatus } from '../../../src/node/read/node.ts'
import type { Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import { INPUT_INVALID } from '../../../src/primitives/errorTable.ts'
import { parseJson } from '../../../src/primitives/parseJson.ts'

/** The list of contracts that `regen-fees network --contracts` takes, or INPUT_INVALID. */
export function contractsIn(text: string): ContractRegistry {
  let json: unknown
  try {
    json = parseJson(text)
  } catch (cause) {
    throw new RegenError(
      INPUT_INVALID,
      { what: 'list of contracts', issues: `✖ this is no JSON: ${(cause as Error).message}` },
      { cause },
    )
  }
  return parseContractRegistry(json)
}

/** Where M013 may be in force on the chain of this node: at the contract that the list has, else in a module. Without a list nothing is looked for. */
export async function feeRouterIn(
  text: string | undefined,
  rpc: Rpc,
  signal: AbortSignal,
): Promise<{ readonly feeRouter?: string }> {
  if (text === undefined) return {}
  const registry = contractsIn(text)
  const { chainId } = await readStatus(rpc, signal)
  return { feeRouter: registry[chainId]?.feeRouter ?? 'module' }
}
