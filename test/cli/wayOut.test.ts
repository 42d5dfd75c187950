import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PRESETS } from '../../src/policy/presets.ts'
import { example, run } from './run.ts'

/** An error says what was typed and what to type instead: the option by its name, the command that takes such a file. */

const NO_NUMBER =
  'is not an amount; expected REGEN with at most 6 decimals, such as "1.5". Pass a plain decimal number as text: no sign, exponent, separator or unit.'

const OPTIONS = 'The options of a command are listed by its --help. [INPUT_INVALID]'

const TX = 'expected a hash of 64 hexadecimal digits, or a signed transaction in base64 or hexadecimal'

test.each<[argv: readonly string[], says: string]>([
  [['tx', 'ABCD'], `transaction is invalid:\n✖ ${TX}; got 4 hexadecimal digits\n${OPTIONS}`],
  [
    ['tx', 'EgEB'],
    'transaction is invalid:\n✖ its bytes do not decode: illegal tag: 1\nPass a signed transaction, whole. A document that is to be signed is shown by "regen-fees sign-doc". [INPUT_INVALID]',
  ],
  [
    ['sign-doc', example('purchase')],
    `document is invalid:\n✖ these are messages, and no document to sign: "regen-fees preview" says what they cost\n${OPTIONS}`,
  ],
  [
    ['preview', example('sign-request')],
    `messages is invalid:\n✖ this is a document to sign: "regen-fees sign-doc" shows it\n${OPTIONS}`,
  ],
  [['supply', '--supply', '1e9', '--staked', '0'], `--supply is invalid:\n✖ "1e9" ${NO_NUMBER}\n${OPTIONS}`],
  [
    ['supply', '--supply', '1e9', '--staked', 'x'],
    `command line is invalid:\n✖ --supply: "1e9" ${NO_NUMBER}\n✖ --staked: "x" ${NO_NUMBER}\n${OPTIONS}`,
  ],
  [
    ['supply', '--supply', '100', '--staked', '200'],
    '--staked 200 REGEN is more than the supply of 100 REGEN. Read both at one height, on one basis of supply. [BACKING_EXCEEDS_SUPPLY]',
  ],
  [
    ['supply', '--supply', '100', '--staked', '0', '--committed', '200', '--m014', 'ACTIVE'],
    '--committed 200 REGEN is more than the supply of 100 REGEN. Read both at one height, on one basis of supply. [BACKING_EXCEEDS_SUPPLY]',
  ],
  [
    ['preview', example('mixed'), '--supply', '1', '--staked', '2'],
    '--staked 2 REGEN is more than the supply of 1 REGEN. Read both at one height, on one basis of supply. [BACKING_EXCEEDS_SUPPLY]',
  ],
  [['preview', example('mixed'), '--supply', '1e9'], `--supply: "1e9" ${NO_NUMBER} [AMOUNT_MALFORMED]`],
  [['quote', '--type', 'trade', '--value', '1e9'], `--value: "1e9" ${NO_NUMBER} [AMOUNT_MALFORMED]`],
  [['wash', '--trade', '1e9'], `--trade: "1e9" ${NO_NUMBER} [AMOUNT_MALFORMED]`],
  [
    ['preview', example('mixed'), '--price', 'C01=cheap'],
    `--price is invalid:\n✖ expected a price such as C01=25REGEN; got "C01=cheap"\n${OPTIONS}`,
  ],
  [
    ['preview', example('mixed'), '--price', 'c01=25REGEN'],
    `--price is invalid:\n✖ expected a credit class such as C01, or a type such as C; got "c01"\n${OPTIONS}`,
  ],
  [
    [...['quote', '--type', 'trade', '--credits', '1', '--class', 'C01'], '--price', 'C02=25REGEN'],
    `--price is invalid:\n✖ C02 is not the --class C01, nor its type\n${OPTIONS}`,
  ],
  [
    ['preview', example('mixed'), '--policy', 'compromse'],
    `--policy is invalid:\n✖ there is no policy "compromse"; did you mean compromise? The presets are ${Object.keys(PRESETS).join(', ')}; or name a file\n${OPTIONS}`,
  ],
  ...(
    [
      ['--diff', ['policy', '--diff', 'compromse']],
      ['--with', ['simulate', 'compare', 'baseline', '--with', 'compromse']],
    ] as const
  ).map(([option, argv]): [readonly string[], string] => [
    argv,
    `${option} is invalid:\n✖ there is no policy "compromse"; did you mean compromise? The presets are ${Object.keys(PRESETS).join(', ')}; or name a file\n${OPTIONS}`,
  ]),
  [
    ['preview', example('mixed'), '--price', 'C01=1.1234567REGEN'],
    `--price: "1.1234567" ${NO_NUMBER} [AMOUNT_MALFORMED]`,
  ],
  [
    ['buy', '--buyer', 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'],
    `command line is invalid:\n✖ name either --quantity or --budget\n${OPTIONS}`,
  ],
  [
    ['buy', '--quantity', '0', '--buyer', 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'],
    `--quantity is invalid:\n✖ expected more than 0 credits\n${OPTIONS}`,
  ],
  [
    ['orders', '--rpc', 'localhost:26657'],
    `--rpc is invalid:\n✖ expected an address with http or https, such as http://localhost:26657\n${OPTIONS}`,
  ],
  [
    ['orders', '--rpc', 'http://127.0.0.1:1', '--rpc', 'secret'],
    `--rpc is invalid:\n✖ address 2: expected an address with http or https, such as http://localhost:26657\n${OPTIONS}`,
  ],
])('%j', async (argv, says) => {
  const { code, out, err } = await run(argv)
  expect([code, out, err]).toEqual([1, '', says])
})

test.each([
  [
    ['preview'],
    'standard input',
    'name a file, such as examples/purchase.json, or pass JSON on standard input',
  ],
  [
    ['fund', 'grant'],
    'standard input',
    'name a file, such as examples/fund/grant.json, or pass JSON on standard input',
  ],
  [
    ['sign-doc'],
    'standard input',
    'name a file, such as examples/sign-request.json, or pass the document on standard input',
  ],
])('%j with nothing on standard input names a file', async (argv, what, way) => {
  for (const stdin of ['', ' \n']) {
    const { code, out, err } = await run(argv, { stdin })
    expect([code, out, err]).toEqual([1, '', `${what} is invalid:\n✖ it is empty: ${way}\n${OPTIONS}`])
  }
})

test('a node in the environment is named by its variable', async () => {
  const { err } = await run(['orders'], { environment: { REGEN_RPC: 'localhost' } })
  expect(err).toBe(
    `REGEN_RPC is invalid:\n✖ expected an address with http or https, such as http://localhost:26657\n${OPTIONS}`,
  )
})

test('--rate is uregen for one smallest unit, with the unit or without', async () => {
  const priced = ['preview', example('retirement'), '--price', 'C01=2500000uusdc', '--json']
  const [bare, named] = await Promise.all(
    ['uusdc=12.5', 'uusdc=12.5uregen'].map(rate => run([...priced, '--rate', rate])),
  )
  expect(bare).toEqual(named)
  expect(JSON.parse(bare?.out ?? '').proposed.total).not.toBeNull()
  const quoted = [
    'quote',
    '--type',
    'retirement',
    '--credits',
    '4',
    '--class',
    'C01',
    '--price',
    'C01=2500000uusdc',
  ]
  for (const rate of ['uusdc=12.5', 'uusdc=12.5uregen'])
    expect((await run([...quoted, '--rate', rate, '--json'])).out).toContain('"value": "125000000"')
  for (const command of [
    ['preview', example('mixed')],
    quoted,
    ['rewards'],
    ['network', '--rpc', 'http://127.0.0.1:1'],
  ]) {
    const { code, err } = await run([...command, '--rate', 'uusdc=12.5uatom'])
    expect([code, err]).toEqual([
      1,
      `--rate is invalid:\n✖ expected a rate such as uusdc=12.5; got "uusdc=12.5uatom"\n${OPTIONS}`,
    ])
  }
})

test('a preset is a policy in every command', async () => {
  const { policy } = JSON.parse((await run(['policy', '--preset', 'compromise', '--json'])).out)
  const readFile = async () => JSON.stringify(policy)
  for (const command of [
    ['preview', example('mixed')],
    ['quote', '--type', 'trade', '--value', '1000'],
  ]) {
    const given = [...command, '--policy', 'compromise', '--json']
    const { code, out } = await run(given)
    expect(code).toBe(0)
    expect(out).not.toBe((await run([...command, '--json'])).out)
    if (command[0] === 'quote')
      expect(out).toBe((await run([...command, '--policy', 'mine.json', '--json'], { readFile })).out)
  }
})

test('a request of a wallet may be a list of parameters, or have messages beside its bytes: it is no list of messages', async () => {
  const request = JSON.parse(readFileSync(example('sign-request'), 'utf8'))
  const beside = { ...request, messages: [] }
  const outs = await Promise.all(
    [['regen-1', 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x', request], beside].map(given =>
      run(['sign-doc', '-'], { stdin: JSON.stringify(given) }),
    ),
  )
  for (const { err } of outs) expect(err).not.toContain('these are messages')
})

test('an address of REGEN_RPC that is wrong is no matter where a file is named', async () => {
  const argv = ['preview', example('mixed'), '--snapshot', example('snapshot')]
  expect(await run(argv, { environment: { REGEN_RPC: 'foo' } })).toEqual(await run(argv))
})
