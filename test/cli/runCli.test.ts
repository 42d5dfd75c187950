import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { explanations } from '../../src/cli/explain/explanations.ts'
import * as sending from '../../src/primitives/errorTable/sending.ts'
import { example, run } from './run.ts'

describe('preview', () => {
  test('says in its second line, after the verdict, that it used the bundled example', async () => {
    const { code, out } = await run(['preview', example('mixed')])
    expect(code).toBe(0)
    expect(out.split('\n')[1]).toMatch(/^Bundled example snapshot: regen-devnet-1 at height 367/)
  })

  test('shows live and proposed side by side, the pools, and warnings in words', async () => {
    const { out } = await run(['preview', example('mixed')])
    expect(out).toContain('LIVE: in force today')
    expect(out).toContain('PROPOSED: M013, not in force')
    for (const txType of ['MarketplaceTrade', 'CreditRetirement', 'CreditTransfer', 'CreditIssuance'])
      expect(out).toContain(txType)
    expect(out).toMatch(/burn .* REGEN \| validators .* REGEN \| community .* REGEN \| agents .* REGEN/)
    expect(out).toMatch(/message 2: The minimum fee .* \[MIN_FEE_ABOVE_MAX_RATE\]/)
    expect(out).not.toContain('\u001b[')
  })

  test('gives the numbers of the recorded purchase "buy 2.345678 with fees"', async () => {
    const { out } = await run(['preview', example('purchase'), '--json'])
    expect(JSON.parse(out).messages[0].purchases[0]).toMatchObject({
      subtotal: '58641950',
      buyerFee: '586419',
      sellerFee: '1172839',
      debit: '59228369',
      burned: '1759258',
      sellerReceives: '57469111',
    })
  })

  test('reads standard input, also as the regen command line prints a transaction', async () => {
    const retire = {
      '@type': '/regen.ecocredit.v1.MsgRetire',
      owner: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
      credits: [{ batch_denom: 'C01-001-20200101-20210101-001', amount: '1' }],
      jurisdiction: 'US',
    }
    const { code, out } = await run(['preview', '--json'], {
      stdin: JSON.stringify({ body: { messages: [retire] } }),
    })
    expect(code).toBe(0)
    expect(JSON.parse(out).messages[0]).toMatchObject({ typeUrl: '/regen.ecocredit.v1.MsgRetire' })
  })

  test('takes prices, rates, a phase and a gas limit', async () => {
    const { out } = await run([
      'preview',
      example('retirement'),
      '--price',
      'C01=2.5uusdc',
      '--rate',
      'uusdc=12.5uregen',
      '--gas',
      '100001',
      '--phase',
      'TRANSITION',
      '--json',
    ])
    const { messages, live, proposed, warnings } = JSON.parse(out)
    expect(messages[0].proposed.parts[0]).toMatchObject({
      value: '3125',
      valuation: { source: 'explicit', denom: 'uusdc' },
    })
    expect(live.gas).toMatchObject({ limit: '100001', price: '0.025', denom: 'uregen', fee: '2501' })
    expect(proposed.phase).toBe('TRANSITION')
    expect(warnings.map(({ code }: { code: string }) => code)).toContain('DUAL_FEE')
  })

  test.each([
    [['preview', 'no-such-file.json'], null, /no-such-file.json cannot be read.*\[FILE_UNREADABLE\]/s],
    // As a shell passes a variable that is not set.
    [['preview', ''], null, /^A file without a name cannot be read: no such file\./],
    [['preview'], '[{', /standard input is invalid:\n✖ not JSON/],
    [['preview'], null, /name a file, such as examples\/purchase\.json, or pass JSON on standard input/],
    [['preview'], '{"a":1}', /expected a list of messages/],
    [['preview'], '[{"typeUrl":"/x"}]', /expected .* at \[0\]/],
    [['preview', example('mixed'), '--price', 'C01'], null, /--price is invalid.*name=amount/s],
    [
      ['preview', example('mixed'), '--price', 'C01=NaN'],
      null,
      /^--price is invalid:\n✖ expected a price such as C01=25REGEN; got "C01=NaN"\n/,
    ],
    [
      ['preview', example('mixed'), '--rate', 'uusdc=1uatom'],
      null,
      /^--rate is invalid:\n✖ expected a rate such as uusdc=12\.5; got "uusdc=1uatom"\n/,
    ],
    [['preview', example('mixed'), '--phase', 'SOON'], null, /FLAT_GAS, TRANSITION, VALUE_BASED/],
    [['preview', example('mixed'), '--gas', '1e6'], null, /--gas is invalid/],
    [['preview', example('mixed'), '--snapshot', example('mixed')], null, /snapshot is invalid/],
    [
      ['preview', example('mixed'), '--policy', example('mixed')],
      null,
      /policy is invalid.*unknown field: messages/s,
    ],
    [['preview', example('mixed'), '--polcy', 'x'], null, /unknown option '--polcy'/],
    [['quote', '--type', 'Gift', '--value', '1'], null, /--type is invalid/],
    [['quote', '--type', 'CreditTransfer'], null, /name a value in REGEN with --value/],
    [['quote'], null, /name a type with --type: .*\n.*name a value in REGEN with --value/],
    [['quote', '--type', 'CreditTransfer', '--value', '1.0000001'], null, /AMOUNT_MALFORMED/],
    [['explain', 'NOPE'], null, /There is no warning or error "NOPE"/],
    [['frobnicate'], null, /unknown command 'frobnicate'/],
  ])('%j is the caller’s mistake: exit 1, and what to do', async (argv, stdin, message) => {
    const { code, out, err } = await run(argv as string[], { stdin: stdin as string | null })
    expect(code).toBe(1)
    expect(err).toMatch(message as RegExp)
    expect(out).toBe('')
  })
})

test('quote prints the fee and its pools, and says that it is proposed', async () => {
  expect((await run(['quote', '--type', 'CreditRetirement', '--value', '1000'])).out).toMatchInlineSnapshot(`
    "Proposed, not in force: M013
    CreditRetirement  5 REGEN on 1000 REGEN at 0.5 %
    burn 1.5 REGEN | validators 2 REGEN | community 1.25 REGEN | agents 0.25 REGEN"
  `)
  const { out } = await run(['quote', '--type', 'CreditTransfer', '--value', '5', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    status: 'proposed',
    fee: '1000000',
    minFeeApplied: true,
    value: '5000000',
  })
})

test('messages lists the catalog, and what is dead on v7', async () => {
  const { code, out } = await run(['messages'])
  expect(code).toBe(0)
  expect(out).toMatch(/^regen\.ecocredit\.marketplace\.v1\n(.*\n)*.* MsgBuyDirect /m)
  expect(out).toMatch(/MsgUpdateProjectFee: it has no handler/)
  expect(JSON.parse((await run(['messages', '--json'])).out).messages).toHaveLength(66)
})

test('explain says what a code means, and what to do', async () => {
  expect((await run(['explain', 'max_fee_missing'])).out).toMatchInlineSnapshot(`
    "MAX_FEE_MISSING  (warning; the chain would refuse the transaction)
    The purchase from order … names no maxFeeAmount, which the chain reads as 0, but a buyer fee of … is due.
    What to do: Set maxFeeAmount of that order to the fee that is due, or a little more."
  `)
  const { out } = await run(['explain'])
  const lines = out.split('\n')
  expect(lines.map(line => line.split(' ', 1)[0])).toEqual(explanations(sending).map(({ code }) => code))
  expect(lines.filter(line => line.length > 110)).toEqual([])
  expect(lines.find(line => line.startsWith('MAX_FEE_MISSING'))).toMatch(
    / {2}The purchase from order … .* …$/,
  )
})

test('explain --json gives the same to programs', async () => {
  const one = explanations(sending).find(({ code }) => code === 'NO_VALIDATORS')
  expect(JSON.parse((await run(['explain', 'NO_VALIDATORS', '--json'])).out)).toEqual({
    schema: 'regen-fees/explanation/1',
    ...one,
  })
  expect(one).toEqual({
    code: 'NO_VALIDATORS',
    kind: 'alert of a period',
    text: 'No validator serves, so <waiting> REGEN wait in their fund.',
    remedy: null,
  })
  expect(JSON.parse((await run(['explain', '--json'])).out)).toEqual({
    schema: 'regen-fees/explanations/1',
    codes: explanations(sending),
  })
})

test.each([
  [
    'UPTIME_LOW',
    `UPTIME_LOW  (alert of "watch")
A bonded validator signed fewer blocks of the slashing window than M014 asks for.
What to do: Set another threshold with "watch --rules": minUptime.`,
  ],
  [
    'NODE_LOST',
    `NODE_LOST  (alert of "watch")
The node does not answer, or answers and refuses what it is asked for. It is asked again, and no block is skipped.`,
  ],
  [
    'ORDER_EXPIRED',
    `ORDER_EXPIRED  (warning; alert of "watch")
Sell order … expired at …. The chain would still sell from it; its price may be old.
What to do: Compare its price with "regen-fees orders" before you buy.`,
  ],
  [
    'METHOD_DIFFERS',
    `METHOD_DIFFERS  (finding of "sign-doc"; the chain would refuse the transaction)
It was asked for by …, but the document is one of … signing.
What to do: Do not sign it: let the application ask anew.`,
  ],
  [
    'DENOM_MALFORMED',
    `DENOM_MALFORMED  (error; finding of "sign-doc"; the chain would refuse the transaction)
"…" is not a bank denom. A denom is a letter followed by 2 to 127 letters, digits or / : . _ -, such as "uregen"; 1 REGEN is 1000000uregen.`,
  ],
  [
    'OQ-M013-5',
    `OQ-M013-5  (open question of the specification)
Should a part of the fees be burned at all, and how large a part? The specification leaves it open. By default: m013.burnShare is fixed (SPEC M013, OQ-M013-5: 25 % to 35 %, as \`shares\` has it); or dynamic: points of revenue and burn share, linear between them.
What to do: Give another answer with --policy; "regen-fees policy" shows all of them.`,
  ],
])('explain %s, which other commands print', async (code, says) => {
  expect((await run(['explain', code])).out).toBe(says)
})

test('every code of an alert, a finding and an open question has an explanation', () => {
  const codes = explanations(sending).map(({ code }) => code)
  const told = (source: string, pattern: RegExp) =>
    [...readFileSync(new URL(`../../src/${source}`, import.meta.url), 'utf8').matchAll(pattern)].map(
      ([, code]) => code as string,
    )
  const printed = [
    ...told('monitor/alert.ts', /^ {2}([A-Z_]+): /gm),
    ...told('wallet/findings.ts', /^ {2}([A-Z_]+): /gm),
    ...told('preview/input/assumptions.ts', /'(OQ-[A-Z0-9-]+)'/g),
  ]
  expect(printed.length).toBeGreaterThan(35)
  expect(printed.filter(code => !codes.includes(code))).toEqual([])
})

test('no code means two things', () => {
  const codes = explanations(sending).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test.each([
  [['explain', 'NOPE', '--json'], 1, 'CODE_UNKNOWN'],
  [['preview', 'missing.json', '--json'], 1, 'FILE_UNREADABLE'],
  [['preview', '--jso', '--json'], 1, 'INPUT_INVALID'],
  [['node', '--json', '--rpc', 'http://127.0.0.1:1'], 2, 'NODE_UNREACHABLE'],
])('%j: under --json an error is JSON on standard error', async (argv, exit, errorCode) => {
  const { code, out, err } = await run(argv)
  expect([code, out]).toEqual([exit, ''])
  const { error } = JSON.parse(err)
  expect(Object.keys(error)).toEqual(['code', 'message'])
  expect(error.code).toBe(errorCode)
  expect(error.message).not.toMatch(/^error: /)
})

test('Ctrl-C under --json', async () => {
  const { code, err } = await run(['preview', '--json'], {
    signal: AbortSignal.abort(),
    readStdin: () => Promise.reject(new Error('stopped')),
  })
  expect([code, JSON.parse(err)]).toEqual([
    130,
    { schema: 'regen-fees/error/1', error: { code: 'CALL_ABORTED', message: 'Stopped.' } },
  ])
})

test('every explanation is a sentence of words and facts', () => {
  for (const { code, text } of explanations(sending))
    expect([code, /undefined|\[object|NaN/.test(text)]).toEqual([code, false])
})

test.each(COMMANDS.map(({ name }) => name))('the help of %s shows its options and an example', async name => {
  const { code, out } = await run([name, '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/Usage: regen-fees/)
  expect(out).toMatch(/Examples:\n {2}regen-fees/)
  expect(out).toMatch(/Exit codes:\n {2}0 {4}done\n {2}1 .*\n {2}2 .*\n {2}3 .*\n {2}130 /)
})

test('the stack of an error is printed only with --debug', async () => {
  expect((await run(['preview', 'missing.json'])).err).not.toMatch(/\n\s+at /)
  expect((await run(['--debug', 'preview', 'missing.json'])).err).toMatch(/\n\s+at /)
})

describe('quote and supply follow a policy', () => {
  const POLICY = JSON.stringify({
    m012: { hardCap: '100000000000000', overCapPolicy: { kind: 'set-cap-to-supply' } },
    m013: {
      minFeeVsMaxRate: 'cap-wins',
      zeroValue: 'exempt',
      burnShare: {
        kind: 'dynamic',
        points: [
          { revenue: '0', share: '0' },
          { revenue: '2000000', share: '0.5' },
        ],
      },
    },
  })
  const json = async (...argv: string[]) =>
    JSON.parse((await run([...argv, '--json'], { stdin: POLICY })).out)
  const quoted = (...argv: string[]) => json('quote', '--type', 'CreditRetirement', '--policy', '-', ...argv)

  test('quote --policy prints a wrong fee beside the policy hash: not any more', async () => {
    expect(await quoted('--value', '5')).toMatchObject({
      fee: '500000',
      pools: { burn: '0' },
      minFeeApplied: false,
    })
    expect(await quoted('--value', '0')).toMatchObject({ fee: '0' })
    expect(await quoted('--value', '5', '--revenue', '1')).toMatchObject({ pools: { burn: '125000' } })
  })

  test('supply --policy: the cap, the over-cap policy, M014’s state, the stability tier and ecology', async () => {
    const of = (...argv: string[]) =>
      json('supply', '--supply', '120', '--staked', '60', '--periods', '1', '--policy', '-', ...argv)
    const settled = await json(
      'supply',
      '--supply',
      '200000000',
      '--staked',
      '0',
      '--periods',
      '1',
      '--policy',
      '-',
    )
    expect(settled).toMatchObject({ hardCap: '200000000000000', capStatus: 'at' })
    expect((await of('--cap', '220')).policyHash).not.toBe(settled.policyHash)
    expect((await of('--cap', '220')).periods[0].minted).toBe('3000000')
    expect((await of('--cap', '220', '--m014', 'ACTIVE')).periods[0].minted).toBe('2000000')
    expect((await of('--cap', '220', '--m014', 'ACTIVE', '--committed', '120')).periods[0].minted).toBe(
      '4000000',
    )
    const eco = JSON.stringify({ m012: { ecologicalSource: 'oracle' } })
    const warm = await run(
      [
        'supply',
        '--supply',
        '120',
        '--staked',
        '0',
        '--cap',
        '220',
        '--periods',
        '1',
        '--co2',
        '25',
        '--policy',
        '-',
        '--json',
      ],
      { stdin: eco },
    )
    expect(JSON.parse(warm.out).periods[0].minted).toBe('1000000')
  })
})
