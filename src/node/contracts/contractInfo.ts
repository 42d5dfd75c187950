import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { CONTRACT_MISSING } from '../../primitives/errorTable.ts'
import { fieldsOf } from '../decode/fields.ts'
import { contractInfo } from '../endpoints/contracts.ts'
import type { NodeAt } from '../read/ask.ts'
import { isAbsent, query } from '../rpc/query.ts'

/** What x/wasm knows of a contract. */
export type ContractInfo = {
  readonly codeId: bigint
  readonly creator: string
  /** Who may replace its code; null: nobody. */
  readonly admin: string | null
  readonly label: string
}

/**
 * Asks x/wasm for a contract; an address without one is CONTRACT_MISSING.
 *
 * @example
 * const { codeId, label } = await readContractInfo(at, contract)
 */
export async function readContractInfo(
  { port, height, signal }: NodeAt,
  address: string,
): Promise<ContractInfo> {
  try {
    const answer = await query(port, contractInfo, { address }, height, signal)
    return fieldsOf(contractInfo.path).message('contract_info', answer.contractInfo, (info, read) => ({
      codeId: info.codeId,
      creator: read.address('creator', info.creator),
      admin: info.admin === '' ? null : read.address('admin', info.admin),
      label: info.label,
    }))
  } catch (error) {
    if (!isRegenError(error, 'QUERY_FAILED') || !isNoContract(error)) throw error
    throw new RegenError(CONTRACT_MISSING, { origin: error.context.origin, address }, { cause: error })
  }
}

const isNoContract = (error: RegenError<'QUERY_FAILED'>): boolean =>
  isAbsent(error) || error.context.log.includes('no such contract')
