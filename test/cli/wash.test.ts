import { expect, test } from 'vitest'
import { example, run } from './run.ts'

/** `regen-fees wash`: what it says of the honest period it is given. */

const json = async (...argv: readonly string[]) => JSON.parse((await run(['wash', '--json', ...argv])).out)

test('says of every route whether it pays, and of every mitigation what it would do', async () => {
  const { code, out } = await run(['wash'], { columns: 160 })
  expect(code).toBe(0)
  expect(out).toMatchInlineSnapshot(`
    "Proposed, not in force: M015, invariant 4, Sybil Resistance
    k = 0.175 of every fee comes back; honest fees 21000 REGEN, honest score 30000, ρ_h 0.7

    ┌──────────────────────────┬─────────┬───────────────┬───────────────┬───────────────┬─────────────┐
    │ route                    │     ρ_w │ does it pay?  │ up to (REGEN) │   best volume │ best profit │
    │ published-cycle          │    0.07 │ yes: a PROFIT │  90909.090999 │  38169.855942 │  252.414492 │
    │ ping-pong                │ 0.0333… │ yes: a PROFIT │ 324242.424399 │ 105971.460218 │  926.470906 │
    │ ping-pong-own-platform   │ 0.0333… │ yes: a PROFIT │ 324242.424399 │ 105971.460218 │  926.470906 │
    │ retire                   │ 0.0166… │ yes: a PROFIT │ 769696.969799 │ 194906.251154 │ 1567.023429 │
    │ retire-own-platform      │ 0.0166… │ yes: a PROFIT │ 769696.969799 │ 194906.251154 │ 1567.023429 │
    │ retire-other-platform    │    0.01 │ yes: a PROFIT │ 818181.818199 │   169545.0045 │ 1976.253713 │
    │ auto-retire              │ 0.0333… │ yes: a PROFIT │ 324242.424299 │ 105971.460218 │  926.470907 │
    │ auto-retire-own-platform │ 0.0333… │ yes: a PROFIT │ 324242.424299 │ 105971.460218 │  926.470907 │
    │ issue-and-retire         │ 0.0833… │ yes: a PROFIT │  56969.696899 │  25286.117327 │  131.888643 │
    └──────────────────────────┴─────────┴───────────────┴───────────────┴───────────────┴─────────────┘
    Somebody can be paid for trading with oneself: Sybil Resistance does not hold for this policy and this period.

    ┌───────────────────────────────────┬──────────────────────────┬──────────────────┬───────────────────────────────────────────────────────────────┐
    │ mitigation                        │ knob                     │ setting          │ then                                                          │
    │ cap on own fees                   │ m015.rewardCapPerOwnFees │ 0.5, or less     │ every route loses                                             │
    │ score the fees paid               │ m015.scoreBasis          │ fee-paid         │ every route loses                                             │
    │ only fees that earn a score       │ epoch.autoInflow         │ scored-fees      │ every route loses                                             │
    │ a weight for issuance             │ none yet                 │ 0.30             │ still pay: retire-other-platform                              │
    │ no facilitation of oneself        │ m015.selfFacilitation    │ exclude          │ every route still pays                                        │
    │ auto-retired purchases count once │ m015.autoRetireScoring   │ purchase         │ every route still pays                                        │
    │ retirements at the market price   │ none yet                 │ twap-7d          │ still pay: published-cycle, ping-pong, ping-pong-own-platform │
    │ no score for pairs                │ m015.pairTrades          │ exclude          │ still pay: published-cycle, retire, retire-own-platform,      │
    │                                   │                          │                  │ retire-other-platform, auto-retire, auto-retire-own-platform, │
    │                                   │                          │                  │ issue-and-retire                                              │
    │ a least number of scorers         │ m015.minScorers          │ 5, or more       │ every route still pays                                        │
    │ a least value of an activity      │ m015.minActivityValue    │ 1 REGEN, or more │ every route still pays                                        │
    └───────────────────────────────────┴──────────────────────────┴──────────────────┴───────────────────────────────────────────────────────────────┘"
  `)
})

test('with trade alone no route pays', async () => {
  const { out } = await run(['wash', '--issuance', '0'])
  expect(out).toContain('No route pays: Sybil Resistance holds for this policy and this period.')
})

test('takes the honest period from an economy', async () => {
  const { honest } = await json('--state', example('epoch/state'), '--inputs', example('epoch/inputs'))
  expect(honest.fees).toBe('20052005000')
})

test('under another policy, and with a stability tier', async () => {
  const policy = JSON.stringify({ m015: { selfFacilitation: 'count', autoRetireScoring: 'both' } })
  const { out } = await run(['wash', '--policy', 'p.json', '--stability', '0.3', '--json'], {
    readFile: async () => policy,
  })
  const { breakEven } = JSON.parse(out)
  expect(breakEven.k).toBe('0.1225')
  expect(
    breakEven.routes.find(({ name }: { name: string }) => name === 'retire-own-platform').scorePerVolume,
  ).toBe('0.5')
})

test('says when the policy normalises scores', async () => {
  const { out } = await run(['wash', '--policy', 'p.json'], {
    readFile: async () => JSON.stringify({ m015: { scoring: 'normalised-per-activity' } }),
  })
  expect(out).toContain('the policy normalises them, and the verdicts do')
})

test.each([
  [['--stability', '1.1'], /--stability is at most 1/],
  [['--state', example('epoch/state')], /name both --state and --inputs/],
  [['--trade', '-1'], /AMOUNT_MALFORMED/],
])('%j is the caller’s mistake', async (argv, message) => {
  const { code, err } = await run(['wash', ...argv])
  expect(code).toBe(1)
  expect(err).toMatch(message)
})
