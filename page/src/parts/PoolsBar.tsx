/** @jsxImportSource preact */
import type { PoolSplit } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { Amount, coinText } from './amounts.tsx'
import { Term, type TermName } from './terms.tsx'

/** The pools of M013 in their order, and the word that explains each. */
const POOLS = [
  ['burn', 'burn'],
  ['validator', 'validators'],
  ['community', 'community'],
  ['agent', 'agents'],
] as const satisfies readonly (readonly [keyof PoolSplit, TermName])[]

/** Where a fee goes: a bar of four parts, and their amounts in words. */
export function PoolsBar({ pools, label }: { readonly pools: PoolSplit; readonly label: string }) {
  const total = POOLS.reduce((sum, [pool]) => sum + pools[pool], 0n)
  const said = POOLS.map(([pool, word]) => `${word} ${coinText(pools[pool], 'uregen')}`).join(', ')
  return (
    <div class="pools">
      <div class="pool-bar" role="img" aria-label={`${label}: ${said}`}>
        {POOLS.filter(([pool]) => pools[pool] > 0n).map(([pool]) => (
          <span key={pool} class={`pool ${pool}`} style={{ flexGrow: widthOf(pools[pool], total) }} />
        ))}
      </div>
      <ul class="pool-list">
        {POOLS.map(([pool, word]) => (
          <li key={pool}>
            <span class={`swatch ${pool}`} aria-hidden="true" />
            <Term name={word} />{' '}
            <Amount
              amount={pools[pool]}
              about={{
                title: `${label}: ${word}`,
                formula:
                  pool === 'validator'
                    ? 'fee − burn − community − agents: its share, and what rounding leaves'
                    : 'floor( fee × share ), for each fee',
                operands: [['all four together', coinText(total, 'uregen')]],
                source: 'SPEC M013, Fee Distribution; the policy’s shares and remainder',
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A width for the eye, in thousandths. */
const widthOf = (part: bigint, total: bigint): number => (total === 0n ? 0 : Number((part * 1000n) / total))
