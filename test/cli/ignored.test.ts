import { expect, test } from 'vitest'
import { example, run } from './run.ts'

/** What a user types counts, or is refused: nothing is passed over in silence. */

const PREVIEW = ['preview', example('mixed')]
const ACCOUNT = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const NOWHERE = 'http://127.0.0.1:1'
const PERIOD = ['wash', '--state', example('epoch/state'), '--inputs', example('epoch/inputs')]

test.each([
  [
    [...PREVIEW, '--price', 'C01=1uregen', '--price', 'C01=2uregen'],
    /--price is invalid.*"C01" is named twice/s,
  ],
  [[...PREVIEW, '--rate', 'uusdc=1uregen', '--rate', 'uusdc=1uregen'], /--rate .*"uusdc" is named twice/s],
  [[...PERIOD, '--issuance', '-5'], /--issuance: the honest period is that of --state and --inputs/],
  [[...PERIOD, '--trade', '1', '--stability', '0'], /--trade, --stability: the honest period/],
  [['wash', '--issuance', '-5'], /"-5" is not an amount.*\[AMOUNT_MALFORMED\]/],
  [['wash', '--retirement=-5'], /"-5" is not an amount.*\[AMOUNT_MALFORMED\]/],
  [
    ['orders', '--class', 'nope'],
    /^--class is invalid:\n✖ expected a class id like "C01"\n.*\[INPUT_INVALID\]/s,
  ],
  [['orders', '--class', 'C01', '--batch', 'foo'], /^--batch is invalid:\n✖ expected a batch denom like /],
  [['orders', '--denom', 'u'], /^--denom is invalid:\n✖ expected a bank denom like "uregen"\n/],
  [['orders', '--seller', 'foo'], /^--seller is invalid:\n✖ expected an address: .*\[INPUT_INVALID\]/s],
  [['orders', '--seller', ''], /^--seller is invalid:\n✖ expected an address: it is empty\n/],
  [
    [...PREVIEW, '--trust', 'regen1abc'],
    /--trust is invalid:\n✖ expected an account or a public key: .*; got "regen1abc"/,
  ],
  [
    [...PREVIEW, '--trust', 'koi'],
    /--trust is invalid:\n✖ expected an account or a public key: it is neither; got "koi"/,
  ],
  [[...PREVIEW, '--trust', ACCOUNT], /--trust is invalid:\n✖ it needs prices or ecological data beside it/],
  [[...PREVIEW, '--attested'], /--attested is invalid:\n✖ it needs prices or ecological data beside it/],
  [['supply', '--supply', '1', '--staked', '0', '--attested'], /--attested is invalid/],
  [
    [...PREVIEW, '--batch-limit', '0'],
    /--batch-limit is invalid:\n✖ expected a whole number from 1 to 9999; got "0"/,
  ],
  [
    ['supply', '--supply', '1', '--staked', '0', '--co2', '5'],
    /--co2 is invalid:\n✖ the policy names no source of it \(m012\.ecologicalSource\): it would not count/,
  ],
  [
    ['watch', '--rpc', NOWHERE, '--from', '300', '--to', '200'],
    /--from, --to is invalid:\n✖ the first must not be after the second/,
  ],
  [['index', '--rpc', NOWHERE, '--from', '100', '--to', '50'], /--from, --to is invalid/],
  [
    ['activity', '--account', 'regen1foo'],
    /--account is invalid:\n✖ expected an address: .*; got "regen1foo"/,
  ],
  [['activity', '--class', 'ZZZ'], /--class is invalid:\n✖ expected a credit class such as C01; got "ZZZ"/],
  [['activity', '--since', '2026-11-22', '--until', '2026-11-21'], /--since, --until is invalid/],
  [['prices', '--class', 'ZZZ'], /--class is invalid:\n✖ expected a credit class such as C01; got "ZZZ"/],
  [
    ['snapshot', '--rpc', NOWHERE, '--account', 'regen1foo'],
    /--account is invalid:\n✖ expected an address: /,
  ],
  [['tx', 'CgA=', '--chain', 'regen-1'], /--chain is invalid.*it needs --rpc/s],
])('%j is refused', async (argv, says) => {
  const { code, out, err } = await run(argv)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(says)
})

test.each([PREVIEW, ['orders']])('%s: --chain is of a snapshot as well', async (...argv) => {
  for (const snapshot of [[], ['--snapshot', example('snapshot')]]) {
    const { code, out, err } = await run([...argv, ...snapshot, '--chain', 'regen-1'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/The snapshot is of the chain "regen-devnet-1", not "regen-1"\. .*\[CHAIN_MISMATCH\]/)
    expect((await run([...argv, ...snapshot, '--chain', 'regen-devnet-1'])).code).toBe(0)
  }
})

test.each([
  [['fond', '--help'], /unknown command 'fond'\n\(Did you mean fund\?\)\nThe commands are preview, quote, /],
  [['help', 'fond'], /unknown command 'fond'/],
  [['prevew', '--help'], /unknown command 'prevew'\n\(Did you mean preview\?\)/],
  [['orders', '--class', 'c01'], /--class is invalid:\n✖ did you mean C01\?/],
  [['orders', '--batch', 'c01-001-20200101-20210101-001'], /did you mean C01-001-20200101-20210101-001\?/],
  [['explain', 'MAX_FEE_MISING'], /Did you mean MAX_FEE_MISSING\?/],
  [['orders', '--rpc', 'http://127.0.0.1:1', '--batch-limit', '0'], /--batch-limit is invalid/],
  [
    ['quote', '--type', 'gift', '--value', '1'],
    /--type is invalid:\n✖ expected CreditIssuance, .*; got gift\nThe options of a command are listed by its --help\./,
  ],
])('%j says what was meant', async (argv, says) => {
  const { code, out, err } = await run(argv)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(says)
})

test('orders that do not exist: what there is instead', async () => {
  const denom = await run(['orders', '--denom', 'regen'])
  expect([denom.code, denom.out]).toEqual([
    0,
    expect.stringContaining('No order asks for regen; did you mean --denom uregen?'),
  ])
  expect((await run(['orders', '--class', 'C99'])).out).toContain('Classes on sale: C01, C02, USS01.')
  expect(JSON.parse((await run(['orders', '--class', 'C99', '--json'])).out)).toMatchObject({
    orders: [],
    hints: ['No credits of class C99 are on sale. Classes on sale: C01, C02, USS01.'],
  })
})

test('the order of orders mixes denoms: a list for each, and it says so', async () => {
  const { out } = await run(['orders'])
  expect(out).toMatch(/^For USDC\.axl \(ibc\/.*\), the cheapest first$/m)
  expect(out).toMatch(/^For REGEN \(uregen\), the cheapest first$/m)
  expect(out).toContain('Prices in different denoms cannot be compared here')
})

test('quote --type retirement, and other words for the four types', async () => {
  const type = async (word: string) =>
    JSON.parse((await run(['quote', '--type', word, '--value', '1', '--json'])).out).txType
  expect(
    await Promise.all(['retirement', 'transfer', 'issuance', 'trade', 'creditretirement'].map(type)),
  ).toEqual(['CreditRetirement', 'CreditTransfer', 'CreditIssuance', 'MarketplaceTrade', 'CreditRetirement'])
})
