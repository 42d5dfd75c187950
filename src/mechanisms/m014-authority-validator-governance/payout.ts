import { RegenError } from '../../primitives/errors.ts'
import { POOL_TOO_SMALL } from '../../primitives/errorTable.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { checkParameter } from './bounds.ts'
import type { PayoutBasis } from './params.ts'

/**
 * How much of the validator fund one period pays out, in uregen: the "/ period" of the specification.
 *
 *     period-inflow: what came in        balance: all of it        balance/N: floor(balance / N)
 *
 * @example
 * const fund = { balance: uregen(1_000_000n), inflow: uregen(300_000n) }
 * payoutOf({ ...fund, basis: { kind: 'balance/N', periods: 52 } }) // 19230n
 */
export function payoutOf({
  balance,
  inflow,
  basis,
}: {
  balance: Uregen
  inflow: Uregen
  basis: PayoutBasis
}): Uregen {
  checkParameter('payoutBasis', basis)
  if (inflow > balance)
    throw new RegenError(POOL_TOO_SMALL, {
      pool: 'validator',
      denom: 'uregen',
      amount: inflow,
      available: balance,
    })
  if (basis.kind === 'balance/N') return mulFloor(balance, { num: 1n, den: BigInt(basis.periods) })
  return basis.kind === 'balance' ? balance : inflow
}
