import { type Gas, quoteGas } from '../../preview/gas.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { parseRatio } from '../../primitives/ratio.ts'
import type { Connection } from '../connection.ts'
import type { SigningMode } from '../sign/chooseMode.ts'
import type { TxPlan } from '../sign/txPlan.ts'
import { DEFAULT_GAS_MARGIN, gasLimitFor } from './gasLimit.ts'
import { type Simulated, simulate, unsignedBytes } from './simulate.ts'

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

/** A plan with its gas and fee: as the caller says, or from a simulation of the very transaction. */
export async function estimateGas(
  connection: Pick<Connection, 'rpc' | 'clock' | 'closed'>,
  body: Omit<TxPlan, 'gasLimit' | 'fee'>,
  { mode, gasLimit, gasMargin = DEFAULT_GAS_MARGIN, gasPrices, signal }: How,
): Promise<Simulated & { readonly limit: bigint }> {
  const feeOf = (gas: bigint) => coinOf(quoteGas(gas, null, gasPrices))
  const draft = { ...body, gasLimit: gasLimit ?? SOME_LIMIT, fee: feeOf(gasLimit ?? LITTLE_GAS) }
  const simulated = await simulate(connection, draft, mode, signal)
  const { gasUsed, plan } = simulated
  const margin = parseRatio(gasMargin)
  const withLimit = (limit: bigint): TxPlan => ({ ...plan, gasLimit: limit, fee: feeOf(limit) })
  const lengthOf = (plan: TxPlan) => BigInt(unsignedBytes(plan, mode).length)
  const bytesMore = lengthOf(withLimit(gasLimitFor(gasUsed, 0n, margin))) - lengthOf(plan)
  const limit = gasLimit ?? gasLimitFor(gasUsed, bytesMore, margin)
  return { ...simulated, plan: withLimit(limit), limit }
}

const coinOf = ({ denom, fee }: Gas): TxPlan['fee'] => (fee ? { denom, amount: fee } : null)
