import { projectSupply } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/projectSupply.ts'
import { type Network, readNetwork } from '../../../src/network/readNetwork.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { DAY } from '../../../src/primitives/time.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { contractsIn } from '../chain/contracts.ts'
import { rpcOf } from '../chain/readNode.ts'
import { keepAnswers, replay, unpack } from '../chain/replay.ts'
import type { Source } from '../chain/source.ts'
import { formatPolicy, NAMED, type NamedPolicy, readPolicy } from '../policy/policyText.ts'
import type { Tools } from '../workers/call.ts'
import { readWeeks, type WeekOfFees } from './weeks.ts'
import { WHOLE_CHAIN } from './wholeChain.ts'

/** A network under a policy, and where its supply would go. */
export type ShownNetwork = {
  readonly network: Network
  /** The policy as the address has it, and those that have a name. */
  readonly policy: string
  /** False where the address has a text that is no policy: then it is DEFAULT_POLICY. */
  readonly isRead: boolean
  readonly named: readonly NamedPolicy[]
  /** The supply now and after each of 260 weeks of this period's burn, in uregen; null where the policy lets no period run. */
  readonly path: readonly Uregen[] | null
  /** What would have been paid in each week of the period, the newest first. */
  readonly weeks: readonly WeekOfFees[]
}

/** Five years of weeks. */
const WEEKS = 260

/** Reads a network, of a node or of the bundled chain, under the policy that the address has. */
export async function readShown(
  { signal }: Pick<Tools, 'signal'>,
  source: Source,
  policyText: string | undefined,
  days: bigint,
): Promise<ShownNetwork> {
  const { policy, isRead } = readPolicy(policyText, 'model-a')
  const isBundled = source.kind === 'bundled'
  const { rpc, answers } = keepAnswers(
    isBundled ? replay(await unpack((await import('virtual:recorded-node')).packed)) : rpcOf(source.url),
  )
  const contracts = isBundled ? undefined : source.contracts
  const network = await readNetwork(rpc, {
    ...{ policy, signal, periodSeconds: isBundled ? WHOLE_CHAIN : days * DAY },
    ...(contracts !== undefined && { contracts: contractsIn(contracts) }),
  })
  return {
    network,
    policy: formatPolicy(policy),
    isRead,
    named: NAMED,
    path: pathOf(network, policy),
    // Of what the node has answered: it is not asked twice.
    weeks: await readWeeks(replay(answers), network, policy),
  }
}

function pathOf({ m012 }: Network, policy: PolicyConfig): ShownNetwork['path'] {
  const { supply, staked, hardCap, next } = m012
  try {
    const { periods, supply: first } = projectSupply(
      {
        ...{ supply, staked, hardCap, burnedPerPeriod: next.burned, co2: null, m014: 'INACTIVE' },
        committed: 0n as Uregen,
        baseRate: policy.m012.baseRate,
      },
      WEEKS,
      policy.m012,
    )
    return [first, ...periods.map(({ supplyAfter }) => supplyAfter)]
  } catch {
    return null
  }
}
