import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/monitor/alert.ts'
import { parseWatchRules } from '../../src/monitor/index.ts'
import { emptyMarket, findInMarket } from '../../src/monitor/marketFindings.ts'
import type { ChainState } from '../../src/monitor/readChainState.ts'
import { feeChanges, findInState } from '../../src/monitor/stateFindings.ts'
import { lastingFindings } from '../../src/monitor/watch.ts'
import type { LedgerActivity } from '../../src/node/history/activity.ts'
import { parseRatio, type Ratio, ratio } from '../../src/primitives/ratio.ts'

/** Each threshold from both sides: what is just beyond it is told, what is just at it is not. */

const DAY = 86_400n
const NOW = 1_800_000_000n
const REGEN = 1_000_000n

const place = { txHash: '', height: 1n, messageIndex: 0, path: [], part: 0 }
const batch = { classId: 'C01', batchDenom: 'C01-001-20200101-20210101-001' }

type Bought = {
  readonly ago?: bigint
  readonly buyer?: string
  readonly seller?: string
  readonly ask?: bigint
  readonly credits?: bigint
  readonly denom?: string
  readonly classId?: string
  readonly retires?: boolean
}

/** One credit for 10 REGEN, unless something else is said. */
const bought = ({
  ago = 0n,
  buyer = 'ann',
  seller = 'shop',
  ask = 10n * REGEN,
  credits = 1n,
  denom = 'uregen',
  classId = 'C01',
  retires = false,
}: Bought = {}): LedgerActivity => ({
  ...{ kind: 'purchase', ...place, ...batch, classId, time: NOW - ago, buyer, seller, denom, orderId: 1n },
  ...{ quantity: (credits * REGEN) as never, buyerFee: 0n, sellerFee: 0n },
  payment: { sellerReceives: ask * credits, atLeast: ask * credits, below: ask * credits + 2n, ask },
  retirement: retires ? { jurisdiction: 'US', reason: '' } : null,
})

const retired = (owner: string, ago: bigint): LedgerActivity => ({
  ...{ kind: 'retirement', ...place, ...batch, time: NOW - ago, owner, from: owner, by: 'owner' },
  ...{ amount: REGEN as never, jurisdiction: 'US', reason: '' },
})

/** What the last of some activities means beside those before it. */
function codesOf(activities: readonly LedgerActivity[], rules: object = {}): readonly string[] {
  const market = emptyMarket()
  const found = activities.map(item => findInMarket(market, item, parseWatchRules(rules)))
  return (found.at(-1) ?? []).map(({ code, severity }) => `${severity} ${code}`)
}
const asks = (...prices: readonly bigint[]) => prices.map(ask => bought({ ask: ask * REGEN, ago: 60n }))

describe('a market', () => {
  test('a price is told from the first deviation on: 14 beside 9, 11, 9, 11 is four of them, 12 two', () => {
    const outliers = (ask: bigint, rules: object = {}) =>
      codesOf([...asks(9n, 11n, 9n, 11n), bought({ ask: ask * REGEN })], rules).filter(code =>
        code.endsWith('PRICE_OUTLIER'),
      )
    expect(outliers(14n)).toEqual(['critical PRICE_OUTLIER'])
    expect(outliers(12n)).toEqual(['notice PRICE_OUTLIER'])
    expect(outliers(14n, { zCritical: '4' })).toEqual(['critical PRICE_OUTLIER'])
    expect(outliers(14n, { zCritical: '4.01' })).toEqual(['warning PRICE_OUTLIER'])
    expect(outliers(12n, { zNotice: '2.01' })).toEqual([])
    // Three others tell nothing.
    expect(outliers(14n, { leastSamples: 5 })).toEqual([])
  })

  test('another price than equal ones is told though no deviation measures it', () => {
    const outliers = (ask: bigint) =>
      codesOf([...asks(10n, 10n, 10n, 10n), bought({ ask })]).filter(code => code.endsWith('PRICE_OUTLIER'))
    expect(outliers(10n * REGEN + 1n)).toEqual(['warning PRICE_OUTLIER'])
    expect(outliers(10n * REGEN)).toEqual([])
  })

  test('a price moves where it is more than 20 % from the average of seven days, weighed by quantity', () => {
    const moved = (ask: bigint, ago = 60n) =>
      codesOf([bought({ ask: 10n * REGEN, ago }), bought({ ask })]).includes('warning PRICE_MOVED')
    expect([moved(12n * REGEN), moved(12n * REGEN + 1n)]).toEqual([false, true])
    expect([moved(8n * REGEN), moved(8n * REGEN - 1n)]).toEqual([false, true])
    expect([moved(13n * REGEN, 7n * DAY - 1n), moved(13n * REGEN, 7n * DAY)]).toEqual([true, false])
    // 3 credits at 10 and 1 at 50 are 20 on average: 24 is not yet more than 20 % away.
    const weighed = [bought({ credits: 3n, ago: 60n }), bought({ ask: 50n * REGEN, ago: 60n })]
    expect(codesOf([...weighed, bought({ ask: 24n * REGEN })])).not.toContain('warning PRICE_MOVED')
    expect(codesOf([...weighed, bought({ ask: 24n * REGEN + 1n })])).toContain('warning PRICE_MOVED')
  })

  test('who bought more than 30 % of a week is told; of other classes and denoms nothing counts', () => {
    const others = ['ben', 'cyd', 'dan', 'eve', 'fay', 'gil', 'hal'].map(buyer => bought({ buyer, ago: 60n }))
    const elsewhere = [
      bought({ denom: 'uusdc', ago: 60n }),
      bought({ classId: 'C02', ago: 60n }),
      bought({ ago: 7n * DAY }),
    ]
    const dominates = (before: readonly LedgerActivity[]) =>
      codesOf([...before, bought()]).includes('notice ACTOR_DOMINATES')
    const twice = [bought({ ago: 60n }), bought({ ago: 60n })]
    // Three of ten is 30 %, three of nine more.
    expect(dominates([...elsewhere, ...twice, ...others])).toBe(false)
    expect(dominates([...elsewhere, ...twice, ...others.slice(1)])).toBe(true)
  })

  test('two that buy from each other are a pair within the days of the rules, also where those are more than thirty', () => {
    const isPair = (ago: bigint, pairWindowDays: number, changed: Bought = {}) =>
      codesOf([bought({ buyer: 'shop', seller: 'ann', ago, ...changed }), bought()], {
        pairWindowDays,
      }).includes('warning WASH_PAIR')
    expect([isPair(7n * DAY, 7), isPair(7n * DAY + 1n, 7)]).toEqual([true, false])
    expect([isPair(90n * DAY, 90), isPair(90n * DAY + 1n, 90)]).toEqual([true, false])
    expect(isPair(60n, 7, { seller: 'ben' })).toBe(false)
  })

  test('purchases that are kept for pairs tell no deviation once they are thirty days old', () => {
    const rules = { pairWindowDays: 90 }
    const old = [9n, 11n, 9n, 11n].map(ask => bought({ ask: ask * REGEN, ago: 30n * DAY }))
    const young = [9n, 11n, 9n, 11n].map(ask => bought({ ask: ask * REGEN, ago: 30n * DAY - 1n }))
    expect(codesOf([...old, bought({ ask: 14n * REGEN })], rules)).toEqual([])
    expect(codesOf([...young, bought({ ask: 14n * REGEN })], rules)).toContain('critical PRICE_OUTLIER')
  })

  test('more than 10,000 REGEN in seven days without a retirement is told; a retirement of these days ends it', () => {
    const found = (...activities: readonly LedgerActivity[]) =>
      codesOf(activities).includes('warning WASH_NO_RETIREMENT')
    const ask = 10_000n * REGEN
    expect([found(bought({ ask })), found(bought({ ask: ask + 1n }))]).toEqual([false, true])
    expect(found(bought({ ago: 7n * DAY - 1n, ask: 1n }), bought({ ask }))).toBe(true)
    expect(found(bought({ ago: 7n * DAY, ask: 1n }), bought({ ask }))).toBe(false)
    expect(found(bought({ ask: ask * 2n, denom: 'uusdc' }))).toBe(false)
    expect(found(bought({ ask: ask * 2n, retires: true }))).toBe(false)
    expect(found(retired('ann', 7n * DAY - 1n), bought({ ask: ask * 2n }))).toBe(false)
    expect(found(retired('ann', 7n * DAY), bought({ ask: ask * 2n }))).toBe(true)
    expect(found(retired('ben', 60n), bought({ ask: ask * 2n }))).toBe(true)
  })
})

/** A bonded validator with so much power. */
const validator = (
  operator: string,
  tokens: bigint,
  { status = 'bonded', jailed = false, uptime = ratio(1n) as Ratio | null } = {},
): ChainState['validators'][number] =>
  ({ validator: { operator, moniker: operator, status, jailed, tokens }, uptime }) as never

const equal = (count: number) => Array.from({ length: count }, (_, index) => validator(`v${index}`, 1n))

const stateOf = (changed: Partial<ChainState> = {}): ChainState => ({
  time: '2027-01-15T08:00:00Z',
  orders: [],
  fees: { marketplace: { buyer: '0.01', seller: '0.02' }, classFee: null, basketFee: null },
  proposals: [],
  validators: equal(21),
  ...changed,
})
const told = (changed: Partial<ChainState>, rules: object = {}) =>
  findInState(stateOf(changed), parseWatchRules(rules)).map(({ code, subject }) => `${code} ${subject}`)

describe('a state', () => {
  test('a set within all bounds tells nothing', () => {
    expect(told({})).toEqual([])
  })

  test('an order is expired from the moment it names on, as the chain has it', () => {
    const order = (expiration: string | null) =>
      ({ orders: [{ id: '7', seller: 'ann', expiration }] }) as never
    expect(told(order('2027-01-15T08:00:00Z'))).toEqual(['ORDER_EXPIRED 7'])
    expect(told(order('2027-01-15T08:00:00.000000001Z'))).toEqual([])
    expect(told(order(null))).toEqual([])
  })

  test('proposals are told while they are open, and only where they change a rule', () => {
    const of = (status: string, type = '/regen.ecocredit.marketplace.v1.MsgGovSetFeeParams') =>
      told({ proposals: [{ id: 9n, title: '', status, messages: [type] }] as never })
    expect(of('deposit')).toEqual(['PROPOSAL_CHANGES_KNOB 9 deposit'])
    expect(of('voting')).toEqual(['PROPOSAL_CHANGES_KNOB 9 voting'])
    for (const over of ['passed', 'rejected', 'failed']) expect(of(over)).toEqual([])
    expect(of('voting', '/cosmos.bank.v1beta1.MsgSend')).toEqual([])
  })

  test('an uptime below 99.5 % is told; one that was not measured is unknown, and whoever is not bonded need not sign', () => {
    const of = (uptime: Ratio | null, status = 'bonded') =>
      told({ validators: [...equal(21), validator('late', 1n, { uptime, status })] })
    expect(of(parseRatio('0.994999'))).toEqual(['UPTIME_LOW late'])
    expect(of(parseRatio('0.995'))).toEqual([])
    expect(of(null)).toEqual([])
    expect(of(ratio(0n), 'unbonding')).toEqual([])
  })

  test('a jailed validator is told, and adds neither to the set nor to its power', () => {
    const jailed = validator('bad', 10_000n, { jailed: true, status: 'unbonding', uptime: ratio(0n) })
    expect(told({ validators: [...equal(15), jailed] }, { minNakamoto: 5 })).toEqual(['VALIDATOR_JAILED bad'])
    expect(told({ validators: [...equal(14), jailed] }, { minNakamoto: 5 })).toEqual([
      'VALIDATOR_JAILED bad',
      'SET_TOO_SMALL validators',
    ])
  })

  test('power: exactly a third and exactly 40 % are no concentration, a token more is', () => {
    const powers = (...tokens: readonly bigint[]) =>
      tokens.map((power, index) => validator(`w${index}`, power))
    const rest = (count: number, power: bigint) => Array<bigint>(count).fill(power)
    const rules = { oneShare: '0.33', minNakamoto: 0, minValidators: 0 }
    expect(told({ validators: powers(33n, ...rest(67, 1n)) }, { ...rules, topFiveShare: '1' })).toEqual([])
    expect(told({ validators: powers(34n, ...rest(66, 1n)) }, { ...rules, topFiveShare: '1' })).toEqual([
      'POWER_CONCENTRATED 1',
    ])
    expect(told({ validators: powers(...rest(5, 8n), ...rest(60, 1n)) }, rules)).toEqual([])
    expect(told({ validators: powers(...rest(5, 8n), ...rest(59, 1n)) }, rules)).toEqual([
      'POWER_CONCENTRATED 5',
    ])
  })

  test('who together hold exactly a third cannot stop the chain: 7 of 21 cannot, 8 can', () => {
    const nakamoto = (least: number) => told({ validators: equal(21) }, { minNakamoto: least })
    expect([nakamoto(8), nakamoto(9)]).toEqual([[], ['NAKAMOTO_LOW validators']])
  })

  test('fees: the first look has nothing to compare with, and what becomes unknown is a change', () => {
    const now = stateOf()
    const changed = (fees: Partial<ChainState['fees']>) =>
      feeChanges(now, stateOf({ fees: { ...now.fees, ...fees } })).map(({ subject }) => subject)
    expect(feeChanges(null, now)).toEqual([])
    expect(changed({})).toEqual([])
    expect(changed({ marketplace: 'unknown' })).toEqual(['marketplace'])
    expect(
      changed({ classFee: { denom: 'uregen', amount: 1n }, marketplace: { buyer: '0', seller: '0' } }),
    ).toEqual(['marketplace', 'classFee'])
  })
})

test('what lasts is told once; what ended and comes back is told again', () => {
  const lasting = lastingFindings()
  const [small, jailed] = [
    { code: 'SET_TOO_SMALL', severity: 'critical', subject: 'validators', facts: { bonded: 3, least: 15 } },
    {
      ...{ code: 'VALIDATOR_JAILED', severity: 'critical', subject: 'a' },
      facts: { operator: 'a', moniker: '' },
    },
  ] as const satisfies readonly Finding[]
  const other = { ...jailed, subject: 'b' }
  expect(lasting([small])).toEqual([small])
  expect(lasting([small, jailed])).toEqual([jailed])
  expect(lasting([jailed, other])).toEqual([other])
  expect(lasting([small, other])).toEqual([small])
  expect(lasting([jailed])).toEqual([jailed])
})
