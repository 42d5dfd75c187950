import { denomsOf } from '../../preview/denomNames.ts'
import { nameOf } from '../../preview/formatAmount.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'

/** What stands behind the symbols of a screen: the bank's denom in full, and where it came from. REGEN needs none. */
export function denomLegend(used: readonly string[], snapshot: LedgerSnapshot): readonly string[] {
  const names = denomsOf(snapshot)
  return [...new Set(used)].sort().flatMap(denom => {
    const name = nameOf(denom, names)
    if (name === null || denom === 'uregen') return []
    const trace = snapshot.denomNames?.find(found => found.denom === denom)?.trace ?? null
    return [
      `${name.symbol}: 1 is ${10n ** BigInt(name.exponent)} ${denom}${trace === null ? '' : `, which came from ${trace.path}/${trace.base}`}`,
    ]
  })
}
