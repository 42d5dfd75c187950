import { RegenError } from '../../primitives/errors.ts'
import { POOL_TOO_SMALL } from '../../primitives/errorTable.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen, uregen } from '../../primitives/uregen.ts'
import { checkParameter } from './bounds.ts'
import type { MinBurn, SupplyBasis, SupplyParams } from './params.ts'
import type { SupplyState } from './state.ts'

/** A period that burned less than `min_burn_rate` asks for. Nobody holds the shortfall, so it is reported, not burned. */
export type BurnAlert = {
  readonly code: 'BURN_BELOW_MINIMUM'
  readonly least: Uregen
  readonly burned: Uregen
}

/** The alert of a period, or null. The least is an amount, or floor(fees × share), in uregen. */
export function minBurnAlert({
  burned,
  fees,
  minBurn,
}: {
  burned: Uregen
  fees: Uregen
  minBurn: MinBurn
}): BurnAlert | null {
  checkParameter('minBurn', minBurn)
  const least = minBurn.kind === 'share' ? mulFloor(fees, minBurn.share) : minBurn.amount
  return burned < least ? { code: 'BURN_BELOW_MINIMUM', least, burned } : null
}

/** Every burn of a period, in uregen: the burn share of M013's fees, and all others (class fees, MsgBurnRegen …). */
export type Burns = { readonly m013: Uregen; readonly others: Uregen }

/**
 * B of a period, and whether the bank will agree: with all of the bank's supply as S, a burn that B
 * leaves out makes S[t+1] differ from the bank by `unreconciled` uregen.
 */
export function countBurns(
  { m013, others }: Burns,
  { burnSources, supplyBasis }: Pick<SupplyParams, 'burnSources' | 'supplyBasis'>,
): { readonly burned: Uregen; readonly unreconciled: Uregen } {
  const all = burnSources === 'all-bank-burns'
  return {
    burned: (all ? m013 + others : m013) as Uregen,
    unreconciled: (all || supplyBasis.kind !== 'bank-total' ? 0n : others) as Uregen,
  }
}

/** The part of a mint that counts as inflow of the community pool: none, unless governance says so (M015, Revenue Constraint). */
export const mintInflow = (
  minted: Uregen,
  { mintRecipient, countMintAsInflow }: Pick<SupplyParams, 'mintRecipient' | 'countMintAsInflow'>,
): Uregen => (mintRecipient.kind === 'community-pool' && countMintAsInflow ? minted : (0n as Uregen))

/** Re-mints from the reserve, by governance (OQ-M012-4): the tokens never left S, so S stays and the reserve shrinks. */
export function remint<State extends Pick<SupplyState, 'reserve'>>(
  state: State,
  amount: Uregen,
): State & { readonly reserve: Uregen } {
  const { reserve = 0n } = state
  if (amount < 0n || amount > reserve)
    throw new RegenError(POOL_TOO_SMALL, { pool: 'reserve', denom: 'uregen', amount, available: reserve })
  return { ...state, reserve: (reserve - amount) as Uregen }
}

/**
 * S on a basis, in uregen: the bank's total, less the balances of the accounts that do not circulate.
 *
 * @example
 * const bank = { total: uregen(1_000n), balanceOf: () => uregen(100n) }
 * supplyOn({ kind: 'circulating', exclusions: [buyer, seller] }, bank) // 800n
 */
export function supplyOn(
  basis: SupplyBasis,
  { total, balanceOf }: { total: Uregen; balanceOf: (account: string) => Uregen },
): Uregen {
  checkParameter('supplyBasis', basis)
  if (basis.kind === 'bank-total') return total
  const excluded = sumUregen(...[...new Set(basis.exclusions)].map(balanceOf))
  return uregen(total - excluded)
}
