import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runEpoch } from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { policyJson } from '../../src/policy/policyHash.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseCredits } from '../../src/primitives/credits.ts'
import { formatRatio, ratio } from '../../src/primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../src/primitives/uregen.ts'
import { anyPolicy } from '../epoch/anyPolicy.ts'
import { economy, hash, inPhases, inputs, type Json } from '../epoch/economy.ts'
import { RUNS } from '../support/runs.ts'
import { BATCH, BUYER, buy, buying, retire, SELLER, SMALL, small } from '../support/snapshots.ts'
import { run } from './run.ts'

/** One rule, three rooms: the command line, a preview and a period give one answer under one policy. */

const always = <T>(any: fc.Arbitrary<T>, law: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(any, law), { numRuns: RUNS })

const asked = async (argv: readonly string[], policy: ReturnType<typeof parsePolicy>) => {
  const { code, out, err } = await run([...argv, '--policy', '-', '--json'], { stdin: policyJson(policy) })
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

const text = (amount: bigint) => `${amount / 1_000_000n}.${(amount % 1_000_000n).toString().padStart(6, '0')}`
const anyCredits = fc.oneof(
  fc.constantFrom(1n, 20_000n, 1_000_000n, 3_333_333n),
  fc.bigInt({ min: 1n, max: 10n ** 12n }),
)
/** The revenue of the period before, which a dynamic burn share follows. */
const REVENUE = 500_000_000n as Uregen
const ORDER = { id: '2', ask: 33n }
const SNAPSHOT = small({
  sellOrders: SMALL.sellOrders.map(order => ({ ...order, quantity: parseCredits('100000000') })),
})

test.each(['retirement', 'trade'] as const)(
  'quote --policy = preview = period for a %s, under every combination of knobs',
  async type => {
    const anyPrice = type === 'trade' ? fc.constant(ORDER.ask) : fc.constantFrom(0n, 33n, 25_000_000n)
    const any = fc.record({ amount: anyCredits, price: anyPrice, policy: anyPolicy })
    await always(any, async ({ amount, price, policy }) => {
      const quoted = await asked(
        [
          ...['quote', '--type', type, '--credits', text(amount), '--class', 'C01'],
          ...['--price', `C01=${price}uregen`, '--revenue', formatRegen(REVENUE)],
        ],
        policy,
      )
      const message =
        type === 'trade'
          ? buy(
              buying({
                sellOrderId: ORDER.id,
                quantity: text(amount),
                bidPrice: { denom: 'uregen', amount: `${ORDER.ask}` },
                disableAutoRetire: true,
              }),
            )
          : retire({ credits: [{ batchDenom: BATCH, amount: text(amount) }] })
      const { proposed } = previewFees({
        messages: [message],
        snapshot: SNAPSHOT,
        policy,
        prices: { C01: `${price}uregen` },
        feeRevenue: REVENUE,
      })
      const part = {
        ...{ txHash: hash(1), time: '2027-01-02T00:00:00Z', payer: BUYER },
        txType: type === 'trade' ? 'MarketplaceTrade' : 'CreditRetirement',
        value: formatRatio(ratio(amount * price, 1_000_000n)),
        credited: type === 'trade' ? { kind: 'purchase', seller: SELLER } : { kind: 'retirement' },
      }
      const { report } = runEpoch(
        economy({ revenue: `${REVENUE}` }),
        inputs({ transactions: [part] }),
        policy,
      )
      const ofPeriod = Object.fromEntries(
        Object.entries(report.fees.pools).map(([pool, coins]) => [pool, `${coins[0]?.amount ?? 0n}`]),
      )
      expect(quoted.fee).toBe(`${proposed.total}`)
      expect(quoted.fee).toBe(`${report.fees.revenue}`)
      expect(quoted.pools).toEqual(
        Object.fromEntries(Object.entries(proposed.pools).map(([pool, amount]) => [pool, `${amount}`])),
      )
      expect(quoted.pools).toEqual(ofPeriod)
      expect(quoted.policyHash).toBe(report.policyHash)
    })
  },
)

const anySupplyPolicy = fc
  .record({
    hardCap: fc.constantFrom('221000000000000', '180000000000000', '500000000000000'),
    overCapPolicy: fc.constantFrom({ kind: 'pure-burn' }, { kind: 'clamp' }),
    baseRate: fc.constantFrom('0', '0.005', '0.02', '0.1'),
    multiplier: fc.constantFrom('phase-gated', 'staking', 'stability', 'max', 'none'),
    rateRounding: fc.constantFrom('exact', 'decimals-18'),
    burnKind: fc.constantFrom('permanent', 'reserve'),
    burnTiming: fc.constantFrom('epoch', 'immediate'),
    ecologicalSource: fc.constantFrom('none', 'oracle'),
    ecoMax: fc.constantFrom('1', '2'),
    mintRecipient: fc.constantFrom({ kind: 'community-pool' }, { kind: 'supply-reserve' }),
  })
  .map(m012 => parsePolicy({ m012: { ...m012, burnSources: 'all-bank-burns' } }))

const PHASES: { readonly [m014: string]: Json } = {
  INACTIVE: { m014: 0, m015: 'INACTIVE' },
  TRANSITION: { m014: 1, m015: 'TRACKING' },
  ACTIVE: { m014: 3, m015: 'TRACKING' },
}

test('supply --policy = the same periods of the economy, under every combination of M012’s knobs', async () => {
  const any = fc.record({
    policy: anySupplyPolicy,
    supply: fc.bigInt({ min: 10n ** 14n, max: 23n * 10n ** 13n }) as fc.Arbitrary<Uregen>,
    stakedPerMille: fc.bigInt({ min: 0n, max: 400n }),
    burn: fc.bigInt({ min: 0n, max: 10n ** 11n }) as fc.Arbitrary<Uregen>,
    co2: fc.constantFrom('-20', '0', '12.5', '60'),
    m014: fc.constantFrom(...Object.keys(PHASES)),
  })
  await always(any, async ({ policy, supply, stakedPerMille, burn, co2, m014 }) => {
    const staked = ((supply * stakedPerMille) / 1000n) as Uregen
    const projected = await asked(
      [
        ...['supply', '--supply', formatRegen(supply), '--staked', formatRegen(staked), '--periods', '3'],
        ...['--burn', formatRegen(burn), '--m014', m014],
        // Without a source it would not count, and is refused.
        ...(policy.m012.ecologicalSource === 'none' ? [] : [`--co2=${co2}`]),
      ],
      policy,
    )
    let state = inPhases(PHASES[m014] ?? {}, { supply: { supply: `${supply}`, staked: `${staked}` } })
    for (const period of projected.periods) {
      const change = { change: co2, source: 'oracle', age: '0' }
      const given = { otherBurns: `${burn}`, staked: `${staked}`, co2: change }
      const done = runEpoch(
        state,
        inputs(policy.m012.ecologicalSource === 'none' ? { ...given, co2: null } : given),
        policy,
      )
      const { supplyBefore, rate, minted, burned, vanished, supplyAfter, capStatus } =
        done.report.supply.record ?? {}
      expect(period).toMatchObject({
        ...{ supplyBefore: `${supplyBefore}`, minted: `${minted}`, burned: `${burned}` },
        ...{ vanished: `${vanished}`, supplyAfter: `${supplyAfter}`, capStatus },
        rate: rate && formatRatio(rate),
      })
      state = done.state
    }
  })
})
