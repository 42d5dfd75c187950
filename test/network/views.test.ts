import { describe, expect, test } from 'vitest'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import { burnedUregen, paidInForce } from '../../src/network/inForce/paidInForce.ts'
import { feeView } from '../../src/network/views/feeView.ts'
import { stabilityTier } from '../../src/network/views/stabilityTierView.ts'
import { supplyView } from '../../src/network/views/supplyView.ts'
import { validatorView } from '../../src/network/views/validatorView.ts'
import type { LedgerActivity } from '../../src/node/history/activity.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parseRatio, type Ratio, ratio } from '../../src/primitives/ratio.ts'
import { formatSeconds } from '../../src/primitives/time.ts'
import { uregen } from '../../src/primitives/uregen.ts'

/** The views of a network at their edges: what is just in a period, just at a bound, and not known. */

const policy = DEFAULT_POLICY
const proposed = { source: { kind: 'policy' }, inForce: null, policy } as const

type Bought = { readonly time?: bigint; readonly denom?: string; readonly classId?: string }

/** Two credits for 100, with fees of 3 and 5. */
const bought = ({ time = 100n, denom = 'uregen', classId = 'C01' }: Bought = {}): LedgerActivity =>
  ({
    ...{ kind: 'purchase', classId, denom, time, quantity: 2_000_000n, buyerFee: 3n, sellerFee: 5n },
    payment: { atLeast: 100n },
  }) as never

describe('what the chain itself took in a period', () => {
  const period = { from: 100n, to: 200n }
  const burn = (time: bigint, burner: string, denom = 'uregen', amount = 7n) =>
    ({ time: formatSeconds(time), burner, coins: [{ denom, amount }] }) as never

  test('has its first second and not its last one, fee by fee and denom by denom', () => {
    const bothEnds = [99n, 100n, 199n, 200n].map(time => bought({ time }))
    const { buyerFees, sellerFees } = paidInForce([...bothEnds, bought({ denom: 'uusdc' })], [], period)
    expect(buyerFees).toEqual([
      { denom: 'uregen', amount: 6n },
      { denom: 'uusdc', amount: 3n },
    ])
    expect(sellerFees).toEqual([
      { denom: 'uregen', amount: 10n },
      { denom: 'uusdc', amount: 5n },
    ])
  })

  test('what was burned stands with the module that did it, and only uregen is burned of the supply', () => {
    const { gov, ecocredit } = MODULE_ACCOUNTS
    const burns = [
      ...[99n, 100n, 199n, 200n].map(time => burn(time, gov)),
      burn(150n, ecocredit, 'uusdc'),
      burn(150n, 'somebody', 'uregen', 11n),
    ]
    const paid = paidInForce([], burns, period)
    expect(paid.burned.map(({ by, coins: [coin] }) => [by, coin?.denom, coin?.amount])).toEqual([
      ['ecocredit', 'uusdc', 7n],
      ['gov', 'uregen', 14n],
      ['somebody', 'uregen', 11n],
    ])
    expect(burnedUregen(paid)).toBe(25n)
  })
})

test('trade by class: purchases, credits and payments, each denom apart', () => {
  const { trade } = feeView({
    ...{ ...proposed, live: {} as never, charged: { transactions: [], unvalued: [] }, prices: [] },
    activity: [bought(), bought({ denom: 'uusdc' }), bought({ classId: 'BIO01' }), bought()],
    collected: { totals: [], revenue: 0n, pools: {} } as never,
  })
  expect(trade).toEqual([
    { classId: 'BIO01', purchases: 1, quantity: 2_000_000n, payments: [{ denom: 'uregen', amount: 100n }] },
    {
      ...{ classId: 'C01', purchases: 3, quantity: 6_000_000n },
      payments: [
        { denom: 'uregen', amount: 200n },
        { denom: 'uusdc', amount: 100n },
      ],
    },
  ])
})

describe('the supply', () => {
  const cap = policy.m012.hardCap
  const view = (supply: bigint, burned: bigint, inForce: object | null = null) =>
    supplyView({
      ...{ ...proposed, communityPool: [], burned: uregen(burned), inForce: inForce as never },
      state: { supply, staked: 0n, stabilityCommitted: 0n, m014Phase: 'INACTIVE' } as never,
    })

  test('just at the cap nothing is in excess, and no period is left; a unit above, one', () => {
    expect(view(cap, 10n)).toMatchObject({ headroom: 0n, excess: 0n, periodsToCap: null })
    expect(view(cap + 1n, 10n)).toMatchObject({ excess: 1n, periodsToCap: 1n, next: { minted: 0n } })
    expect(view(cap + 10n, 10n).periodsToCap).toBe(1n)
    expect(view(cap + 11n, 10n).periodsToCap).toBe(2n)
    expect(view(cap + 1n, 0n).periodsToCap).toBeNull()
  })

  test('what goes into the reserve brings no supply to the cap, and what is cut is not shown as burned', () => {
    const under = (change: Partial<typeof policy.m012>, supply: bigint, burned: bigint) =>
      supplyView({
        ...{ ...proposed, communityPool: [], burned: uregen(burned), inForce: null },
        policy: { m012: { ...policy.m012, ...change } },
        state: { supply, staked: 0n, stabilityCommitted: 0n, m014Phase: 'INACTIVE' } as never,
      })
    expect(under({ burnKind: 'reserve' }, cap + 10n, 5n)).toMatchObject({
      periodsToCap: null,
      next: { burned: 5n, supply: cap + 10n },
    })
    const cut = under({ aboveSupply: 'cut', burnTiming: 'immediate' }, 7n, 9n)
    expect(cut.next).toMatchObject({ burned: 7n, supply: cut.next.minted })
  })

  test('the cap of the chain counts where it has one', () => {
    expect(view(cap, 10n, { hardCap: cap - 4n })).toMatchObject({ hardCap: cap - 4n, excess: 4n })
  })
})

describe('validators', () => {
  const validator = (name: string, tokens: bigint, uptime: Ratio | null) => ({
    validator: { account: name, operator: name, moniker: name, tokens, commission: ratio(0n), jailed: false },
    metrics: { uptime, governanceParticipation: null, ecosystemContribution: null },
  })
  const view = (measured: readonly ReturnType<typeof validator>[], fund = 100n, stated?: bigint) =>
    validatorView({
      ...{ ...proposed, measured: measured as never, fees: uregen(fund) },
      stated: stated === undefined ? undefined : uregen(stated),
    })

  test('an uptime of just 99.5 % is enough; one that was not measured is neither enough nor too low', () => {
    const { validators, belowMinUptime } = view([
      validator('just', 1n, parseRatio('0.995')),
      validator('below', 1n, parseRatio('0.994999')),
      validator('unknown', 1n, null),
    ])
    expect(validators.map(({ belowMinUptime }) => belowMinUptime)).toEqual([false, true, null])
    expect(belowMinUptime).toEqual(['below'])
  })

  test('power is a part of all that is staked; of nothing it is nothing', () => {
    const powers = (...tokens: readonly bigint[]) =>
      view(tokens.map((of, index) => validator(`v${index}`, of, null))).validators.map(({ power }) => power)
    expect(powers(3n, 1n)).toEqual([ratio(3n, 4n), ratio(1n, 4n)])
    expect(powers(0n, 0n)).toEqual([ratio(0n), ratio(0n)])
  })

  test('a set of just min_validators and of just max_validators holds', () => {
    const { minValidators: min, maxValidators: max } = policy.m014
    const holds = (count: number) =>
      view(Array.from({ length: count }, (_, index) => validator(`v${index}`, 1n, null))).size.holds
    expect([min - 1, min, max, max + 1].map(holds)).toEqual([false, true, true, false])
  })

  test('a stated fund of 0 is a fund of 0, and not the fees', () => {
    expect(view([validator('a', 1n, null)], 100n, 0n)).toMatchObject({ fund: 0n, fundFrom: 'stated' })
    expect(view([validator('a', 1n, null)])).toMatchObject({ fund: 100n, fundFrom: 'fees of the period' })
  })
})

test('the stability tier: its cap is rounded down, and the chain’s own part counts before the policy’s', () => {
  const of = (inForce: object | null) =>
    stabilityTier({ inflow: uregen(9n), inForce: inForce as never, policy })
  expect(of(null)).toMatchObject({ committed: 0n, cap: 2n })
  const stability = { annualReturn: ratio(1n, 20n), maxShare: ratio(1n, 2n) }
  expect(of({ committed: 'unknown', stability })).toEqual({
    ...{ committed: 'unknown', annualReturn: ratio(1n, 20n), maxShare: ratio(1n, 2n), cap: 4n },
  })
})
