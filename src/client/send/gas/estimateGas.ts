import { type Gas, quoteGas } from '../../../preview/gas.ts'
import type { LedgerSnapshot } from '../../../preview/snapshot.ts'
import { isRegenError, RegenError } from '../../../primitives/errors.ts'
import { MODULE_MISSING } from '../../../primitives/errorTable.ts'
import { parseRatio } from '../../../primitives/ratio.ts'
import type { Connection } from '../../connection.ts'
import type { SigningMode } from '../../sign/chooseMode.ts'
import type { TxPlan } from '../../sign/txPlan.ts'
import { DEFAULT_GAS_MARGIN, gasLimitFor } from './gasLimit.ts'
import { type Simulated, simulate, unsignedBytes } from './simulateTx.ts'

/** Written with as many bytes as any limit from 16,384 to 2,097,151. */
const SOME_LIMIT = 200_000n
/** Less than any transaction uses: an account that can pay the real fee can pay that of the simulation. */
const LITTLE_GAS = 50_000n

type How = {
  readonly mode: SigningMode
  readonly gasLimit?: bigint | undefined
  readonly gasMargin?: string | undefined
  readonly gasPrices: LedgerSnapshot['gasPrices']
  readonly signal: AbortSignal | undefined
}

/** `gasUsed`: null where the node simulates nothing, and the caller says the limit. */
export type Estimate = Omit<Simulated, 'gasUsed'> & {
  readonly gasUsed: bigint | null
  readonly limit: bigint
}

/**
 * A plan with its gas and fee: as the caller says, or from a simulation of the very transaction. A node with gRPC switched off simulates
 * nothing, and then only the caller can say it.
 */
export async function estimateGas(
  connection: Pick<Connection, 'rpc' | 'clock' | 'closed'>,
  body: Omit<TxPlan, 'gasLimit' | 'fee'>,
  { mode, gasLimit, gasMargin = DEFAULT_GAS_MARGIN, gasPrices, signal }: How,
): Promise<Estimate> {
  const feeOf = (gas: bigint) => coinOf(quoteGas(gas, null, gasPrices))
  const draft = { ...body, gasLimit: gasLimit ?? SOME_LIMIT, fee: feeOf(gasLimit ?? LITTLE_GAS) }
  const simulated = await simulate(connection, draft, mode, signal).catch((error: unknown) => {
    if (!isRegenError(error, 'MODULE_MISSING')) throw error
    if (gasLimit !== undefined) return null
    const fix = 'State gasLimit and gasPrice, as this node simulates nothing, or name another node.'
    throw new RegenError({ ...MODULE_MISSING, fix }, error.context, { cause: error })
  })
  if (simulated === null) return { gasUsed: null, events: [], plan: draft, limit: draft.gasLimit }
  const { gasUsed, plan } = simulated
  const margin = parseRatio(gasMargin)
  const withLimit = (limit: bigint): TxPlan => ({ ...plan, gasLimit: limit, fee: feeOf(limit) })
  const lengthOf = (plan: TxPlan) => BigInt(unsignedBytes(plan, mode).length)
  const bytesMore = lengthOf(withLimit(gasLimitFor(gasUsed, 0n, margin))) - lengthOf(plan)
  const limit = gasLimit ?? gasLimitFor(gasUsed, bytesMore, margin)
  return { ...simulated, plan: withLimit(limit), limit }
}

const coinOf = ({ denom, fee }: Gas): TxPlan['fee'] => (fee ? { denom, amount: fee } : null)
