import type { SupplyParams } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { advance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/period.ts'
import { computeFee } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { splitFee } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { NodeAt } from '../read/ask.ts'
import { type ContractMint, type DynamicSupply, readContractMint } from './dynamicSupply.ts'
import { type ContractFee, type FeeRouter, readContractFee } from './feeRouter.ts'

/** A contract's own number beside that of the exact formula. */
export type Checked<Number> = {
  readonly contract: Number
  readonly exact: Number
  readonly equal: boolean
}

/**
 * What M013's contract takes for a value, and what the formula comes to under the contract's configuration.
 *
 * @example
 * const router = await readFeeRouter(at, contract)
 * const { equal } = await checkContractFee(at, contract, { txType: 'MarketplaceTrade', value: 25_000_000n }, router)
 */
export async function checkContractFee(
  ledger: NodeAt,
  address: string,
  { txType, value }: { readonly txType: TxType; readonly value: bigint },
  { config }: Pick<FeeRouter, 'config'>,
): Promise<Checked<ContractFee>> {
  const contract = await readContractFee(ledger, address, { txType, value })
  const { amount: fee, minFeeApplied } = computeFee(txType, ratio(value), config)
  const exact = { fee, minFeeApplied, pools: splitFee(fee, config.shares) }
  return { contract, exact, equal: contract.fee === fee && samePools(contract, exact) }
}

const samePools = ({ pools: a }: ContractFee, { pools: b }: ContractFee): boolean =>
  a.burn === b.burn && a.validator === b.validator && a.community === b.community && a.agent === b.agent

/**
 * What M012's contract would mint next, and what the exact formula comes to on the contract's own books: the contract cuts to 18 decimals in between, and
 * is at most one uregen below.
 *
 * @example
 * const books = await readDynamicSupply(at, contract)
 * const next = { burned: 0n, staked: 0n, stabilityCommitted: 0n }
 * const { equal } = await checkContractMint(at, contract, next, { books, params: m012.M012_V0 })
 */
export async function checkContractMint(
  ledger: NodeAt,
  address: string,
  next: { readonly burned: bigint; readonly staked: bigint; readonly stabilityCommitted: bigint },
  { books, params }: { readonly books: DynamicSupply; readonly params: SupplyParams },
): Promise<Checked<ContractMint>> {
  const contract = await readContractMint(ledger, address, next)
  const { supply, m014State, hardCap, baseRate } = books
  const { minted, next: after } = advance(
    {
      supply,
      staked: next.staked as Uregen,
      stabilityCommitted: next.stabilityCommitted as Uregen,
      m014Phase: m014State,
    },
    next.burned as Uregen,
    { ...params, hardCap, baseRate: baseRate as SupplyParams['baseRate'], rateRounding: 'exact' },
  )
  const exact = { minted, supplyAfter: after.supply }
  return { contract, exact, equal: contract.minted === minted && contract.supplyAfter === after.supply }
}
