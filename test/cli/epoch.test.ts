import { expect, test } from 'vitest'
import { example, run } from './run.ts'

/** The worked examples of `regen-fees epoch`, and what it refuses. */

const files = (state: string, inputs: string) => [
  'epoch',
  '--state',
  example(`epoch/${state}`),
  '--inputs',
  example(`epoch/${inputs}`),
]

test('a period of a running economy: fees, supply, validators, rewards, what waits, and the proof', async () => {
  const { code, out } = await run(files('state', 'inputs'))
  expect(code).toBe(0)
  expect(out.replace(/^Policy.*/m, 'Policy …')).toMatchInlineSnapshot(`
    "Proposed, not in force: M012, M013, M014, M015

    Period 12, 2027-03-26T00:00:00Z to 2027-04-02T00:00:00Z
    Phases      M012 DYNAMIC | M013 VALUE_BASED | M014 ACTIVE | M015 DISTRIBUTING
    Fees        20052.005 REGEN
      CreditIssuance    18000 REGEN in 6 charges
      CreditTransfer    2 REGEN in 1 charge
      CreditRetirement  400 REGEN in 1 charge
      MarketplaceTrade  1650.005 REGEN in 2 charges
      burn 6015.6015 REGEN | validators 8020.802 REGEN | community 5013.00125 REGEN | agents 1002.60025 REGEN
    Supply      219524039.068203 REGEN = 219500000 REGEN + 30054.669703 REGEN − 6015.6015 REGEN
    Validators  7749.501345 REGEN of 8020.802 REGEN to 15, 771.403605 REGEN of it until the quarter ends; 271.300655 REGEN stays; 1081.403605 REGEN of past quarters
    Rewards     5013.00125 REGEN in: 1503.900375 REGEN for governance, 750 REGEN to the stability tier, 2759.100875 REGEN for activity
      regen1pyysjzgfpyysjzgfpyysjzgfpyysjzgfzelnca  679.162247 REGEN
      regen1qvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcra9dx60  1061.195257 REGEN
      regen1qyqszqgpqyqszqgpqyqszqgpqyqszqgpd32zmc  1018.743371 REGEN
    Committed   carol-1: 250000 REGEN for 12 months
    Settled     dave-1, MATURED: 400000 REGEN back, 12000 REGEN reward, 0 REGEN forfeited
    Claimed     regen1qyqszqgpqyqszqgpqyqszqgpqyqszqgpd32zmc: 1018.743371 REGEN
    Waits       1521.300655 REGEN in validator fund
    Waits       3654320.243078 REGEN in community pool
    Waits       1002.60025 REGEN in agent fund
    Waits       250000 REGEN in stability principal
    Waits       288.461538 REGEN in stability rewards
    Waits       1740.357504 REGEN in unclaimed rewards
    Note        The bank burned 42.5 REGEN that M012 does not count, so its supply is above the bank's by as much. [SUPPLY_UNRECONCILED]
    Note        The threshold of the balance, 22100 REGEN, is above the 6015.6015 REGEN that were burned: by it, a network that does nothing is in equilibrium. [THRESHOLD_VACUOUS]
    Note        regen1vankwem8vankwem8vankwem8vankwem8qq4qgy was up 0.9941 of the time, below 0.995: probation is recommended. [PROBATION_RECOMMENDED]
    Note        regen1wfe8yunjwfe8yunjwfe8yunjwfe8yunjr2ra3u was up 0.985 of the time, below 0.995: probation is recommended. [PROBATION_RECOMMENDED]
    Note        2027-Q1 is over: governance reviews the compensation. [COMPENSATION_REVIEW_DUE]
    Note        A decision on the validator regen1wfe8yunjwfe8yunjwfe8yunjwfe8yunjr2ra3u is due: restore-or-remove. [DECISION_DUE]
    Note        Votes and proposals are 1/487500750001 of all scores: plain counts, added to values in uregen. [GOVERNANCE_DUST]
    Adds up     14 of 14 equations hold
      all REGEN: opening 219500000 + M012 mint 30054.669703 = closing 219523996.568203 + M012 burn 6015.6015 + other burns 42.5
    Policy …"
  `)
})

test('from today to M012 running: eight periods, one line of phases each', async () => {
  const { code, out } = await run(files('genesis', 'reboot'))
  expect(code).toBe(0)
  expect(out.split('\n').filter(line => /^(Phases|Supply|Adds up)/.test(line))).toMatchInlineSnapshot(`
    [
      "Phases      M012 INFLATIONARY | M013 FLAT_GAS | M014 INACTIVE | M015 INACTIVE",
      "Supply      239946669.588209 REGEN",
      "Adds up     3 of 3 equations hold",
      "Phases      M012 INFLATIONARY | M013 TRANSITION | M014 INACTIVE | M015 INACTIVE",
      "Supply      240066669.588209 REGEN",
      "Adds up     8 of 8 equations hold",
      "Phases      M012 INFLATIONARY | M013 TRANSITION | M014 TRANSITION | M015 TRACKING",
      "Supply      240186669.588209 REGEN",
      "Adds up     9 of 9 equations hold",
      "Phases      M012 INFLATIONARY | M013 TRANSITION | M014 TRANSITION | M015 TRACKING",
      "Supply      240306669.588209 REGEN",
      "Adds up     9 of 9 equations hold",
      "Phases      M012 INFLATIONARY | M013 TRANSITION | M014 TRANSITION | M015 TRACKING",
      "Supply      240426669.588209 REGEN",
      "Adds up     9 of 9 equations hold",
      "Phases      M012 INFLATIONARY | M013 TRANSITION | M014 ACTIVE | M015 TRACKING",
      "Supply      240426669.588209 REGEN",
      "Adds up     9 of 9 equations hold",
      "Phases      M012 TRANSITION | M013 TRANSITION | M014 ACTIVE | M015 TRACKING",
      "Supply      240405069.588209 REGEN = 240426669.588209 REGEN + 0 REGEN − 21600 REGEN",
      "Adds up     10 of 10 equations hold",
      "Phases      M012 DYNAMIC | M013 TRANSITION | M014 ACTIVE | M015 TRACKING",
      "Supply      240401469.588209 REGEN = 240405069.588209 REGEN + 0 REGEN − 3600 REGEN",
      "Adds up     10 of 10 equations hold",
    ]
  `)
})

test('as JSON: the state of the next period and every report, which say that they are proposed', async () => {
  const { out } = await run([...files('genesis', 'reboot'), '--json'])
  const { status, state, reports } = JSON.parse(out)
  expect([status, state.period, reports.length]).toEqual(['proposed', 8, 8])
  const { code, out: next } = await run(
    ['epoch', '--state', 'state.json', '--inputs', example('epoch/inputs'), '--json'],
    { readFile: async file => (file === 'state.json' ? JSON.stringify(state) : '{}') },
  )
  expect(code).toBe(0)
  expect(JSON.parse(next).reports[0].period).toBe(8)
})

test.each([
  [['epoch'], /name a file with --state/],
  [['epoch', '--state', example('epoch/state')], /name a file with --inputs/],
  [
    [...files('state', 'inputs'), '--ecology', 'co2.csv', '--state-height', '7'],
    /✖ --ecology is for a replay from a node.*✖ --state-height is for a replay/s,
  ],
  [[...files('state', 'inputs'), '--rpc', 'http://127.0.0.1:1'], /✖ --rpc is for a replay from a node/],
  [files('inputs', 'state'), /epoch state is invalid.*\[INPUT_INVALID\]/s],
  [files('state', 'state'), /epoch input is invalid.*\[INPUT_INVALID\]/s],
  [files('state', 'no-such-file'), /FILE_UNREADABLE/],
])('%j is the caller’s mistake', async (argv, message) => {
  const { code, err, out } = await run(argv)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(message)
})

test('a list of no periods is no period to run', async () => {
  const { code, err, out } = await run(['epoch', '--state', example('epoch/state'), '--inputs', '-'], {
    stdin: '[]',
  })
  expect([code, out, err]).toEqual([
    1,
    '',
    expect.stringMatching(/^standard input is invalid:\n✖ it lists no period\n/),
  ])
})

test('the help names the unit of the state, which is not that of supply --supply', async () => {
  const { out } = await run(['epoch', '--help'], { columns: 200 })
  expect(out).toMatch(
    /--state <file> +every ledger at the start \(JSON\), amounts in uregen; only time and supply\.supply are needed/,
  )
})
