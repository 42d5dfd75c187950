import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { powerUpdates } from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/powerUpdates.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'

const anyPowers = fc
  .uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstu'), { minLength: 1, maxLength: 21 })
  .chain(addresses =>
    fc.tuple(
      ...addresses.map(address =>
        fc.bigInt({ min: 1_000n, max: 1_000_000n }).map(power => ({ address, power })),
      ),
    ),
  )

test('the blocks lead from one set to the other, each within 30 % of what it starts with', () => {
  holds(anyPowers, anyPowers, (from, to) => {
    const powers = new Map(from.map(({ address, power }) => [address, power]))
    for (const updates of powerUpdates(from, to, ratio(3n, 10n))) {
      const total = [...powers.values()].reduce((sum, power) => sum + power, 0n)
      let changed = 0n
      for (const { address, power } of updates) {
        const difference = power - (powers.get(address) ?? 0n)
        changed += difference < 0n ? -difference : difference
        powers.set(address, power)
      }
      expect(changed > 0n && changed * 10n <= total * 3n).toBe(true)
    }
    const reached = [...powers].filter(([, power]) => power > 0n).sort()
    expect(reached).toEqual(to.map(({ address, power }) => [address, power]).sort())
  })
})
