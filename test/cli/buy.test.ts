import { expect, test } from 'vitest'
import { example, run } from './run.ts'

const BUYER = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const SELLER = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const words = ['buy', '--class', 'C01', '--snapshot', example('snapshot'), '--buyer', BUYER]

test('buy by budget: the orders, the message, and its preview', async () => {
  const { code, out } = await run([...words, '--budget', '100regen'])
  expect(code).toBe(0)
  expect(out).toContain('22.460372 credits for 99.999993 REGEN, fees included')
  expect(out).toContain('The budget buys no more.')
  expect(out).toContain('"sellOrderId": "12"')
  expect(out).toContain('LIVE: in force today')
})

test('buy by quantity, to retire, as JSON: amounts as text, and messages that preview reads', async () => {
  const { out } = await run([
    ...words,
    '--quantity',
    '20',
    '--retire',
    'US-WA',
    '--reason',
    'for 2026',
    '--json',
  ])
  const { fill, preview, sent } = JSON.parse(out)
  expect(fill).toMatchObject({ credits: '20', why: 'FILLED', missing: '0' })
  expect(fill.messages[0].value.orders[0]).toMatchObject({
    retirementJurisdiction: 'US-WA',
    retirementReason: 'for 2026',
  })
  expect(preview.live.debits[0].account).toBe(BUYER)
  expect(sent).toEqual([])
})

test.each([
  [['--budget', '100regen', '--quantity', '1'], 'either --quantity or --budget'],
  [['--budget', '1.0000001regen'], 'regen has 6 decimals'],
  [['--budget', '5doge'], 'expected an amount such as 100regen'],
  [['--quantity', '1', '--reason', 'x'], 'needs --retire'],
  [['--quantity', '1', '--max-orders', '0'], 'from 1 to 9999'],
  [['--quantity', '1', '--sign-with', 'wallet.txt'], 'name a node'],
])('%j is a mistake', async (more, issue) => {
  const { code, err } = await run([...words, ...more])
  expect(code).toBe(1)
  expect(err).toContain(issue)
})

test('buy where the account has the only orders says that they are its own', async () => {
  const { code, out } = await run([
    ...['buy', '--snapshot', example('snapshot'), '--buyer', SELLER],
    ...['--batch', 'C01-001-20200101-20210101-001', '--quantity', '1'],
  ])
  expect(code).toBe(0)
  expect(out).toContain('The only orders like that are your own')
})
