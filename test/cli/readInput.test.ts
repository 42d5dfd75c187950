import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { example, run } from './run.ts'

const textOf = (name: string) => readFile(example(name), 'utf8')
const STATE = ['--state', example('epoch/state')]
const INPUTS = ['--inputs', example('epoch/inputs')]

test('a file with a byte order mark is read', async () => {
  const marked = `\uFEFF${await textOf('retirement')}`
  expect(
    (
      await run(['preview', 'a.json', '--snapshot', example('snapshot')], {
        readFile: async file => (file === 'a.json' ? marked : readFile(file, 'utf8')),
      })
    ).code,
  ).toBe(0)
  expect((await run(['preview'], { stdin: marked })).code).toBe(0)
})

test.each([
  Buffer.from('\uFEFF[]', 'utf16le'),
  Buffer.from('\uFEFF[]', 'utf16le').swap16(),
  Buffer.from('[]', 'utf16le'),
  Buffer.from('[]', 'utf16le').swap16(),
])('UTF-16 is named, %#', async bytes => {
  const { code, err } = await run(['preview', 'a.json'], { readFile: async () => bytes.toString('utf8') })
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('a.json is invalid:\n✖ it is in UTF-16: save it as UTF-8'),
  ])
})

test.each([
  [['epoch', '--state', '-', ...INPUTS], 'epoch/state'],
  [['epoch', ...STATE, '--inputs', '-'], 'epoch/inputs'],
  [['wash', '--state', '-', ...INPUTS], 'epoch/state'],
  [['preview', '-', '--snapshot', example('snapshot')], 'mixed'],
  [['preview', example('mixed'), '--snapshot', '-'], 'snapshot'],
  [['orders', '--snapshot', '-'], 'snapshot'],
])('%j reads standard input', async (argv, name) => {
  expect(await run(argv, { stdin: await textOf(name) })).toMatchObject({ code: 0, err: '' })
})

test.each([
  ['policy', '--file', '-'],
  ['policy', '--diff', '-'],
  ['quote', '--type', 'CreditTransfer', '--value', '1', '--policy', '-'],
])('%s %s reads a policy on standard input', async (...argv) => {
  expect(await run(argv, { stdin: '{"m013":{"minFee":"2000000"}}' })).toMatchObject({
    code: 0,
    out: expect.stringContaining('2'),
  })
})

test.each([
  [['epoch', '--state', '-', '--inputs', '-'], 'epoch/state'],
  [['preview', '-', '--snapshot', '-'], 'mixed'],
  [['preview', '--policy', '-'], 'mixed'],
])('%j: standard input can be only one of them', async (argv, name) => {
  const { code, err } = await run(argv, { stdin: await textOf(name) })
  expect([code, err]).toEqual([1, expect.stringContaining('standard input can be only one of the files')])
})

test.each([
  ['secret-of-somebody = 1', /^standard input is invalid:\n✖ not JSON: it goes wrong in line 1, column 1\n/],
  ['[1, 2, secret-of-somebody]', /✖ not JSON: it goes wrong in line 1, column 8\n/],
  ['[\n1,\n"secret-of-somebody" 2]', /✖ not JSON: it goes wrong in line 3, column 22\n/],
  ['["secret-of-somebody"', /✖ not JSON: it ends too early\n/],
  // With what `echo` and editors put at the end.
  ['["secret-of-somebody"\n', /✖ not JSON: it ends too early\n/],
  ['[1, \n \n', /✖ not JSON: it ends too early\n/],
  ['{"a": {\n', /✖ not JSON: it ends too early\n/],
  ['   ', /✖ it is empty: name a file, such as examples\/purchase\.json, or pass JSON on standard input\n/],
])('"not JSON" shows a file’s first characters: not any more, %#', async (stdin, says) => {
  for (const more of [[], ['--debug']]) {
    const { code, err } = await run([...more, 'preview'], { stdin })
    expect([code, err.includes('secret')]).toEqual([1, false])
    expect(err.replace(/^(RegenError: )?/, '')).toMatch(says)
  }
})

test.each([
  ['a comment', '{\n  "a": 1,\n  // why\n  "b": 2\n}', 3, 3],
  ['a comma too many in a list', '{\n  "list": [\n    1,\n  ]\n}', 4, 3],
  ['a comma too many in an object', '{"a":1,}', 1, 8],
  ['one quote', "{'a': 1}", 1, 2],
  ['a word', '{"a": yes}', 1, 7],
  ['two values', '[] []', 1, 4],
])('JSON that goes wrong says where: %s', async (_, text, line, column) => {
  const { code, err } = await run(['preview', 'a.json'], { readFile: async () => text })
  expect([code, err]).toEqual([
    1,
    expect.stringContaining(`✖ not JSON: it goes wrong in line ${line}, column ${column}`),
  ])
})

test.each(['preview', 'sign-doc'])('%s: nothing on standard input is said to be nothing', async command => {
  const { code, err } = await run([command], { stdin: '\n' })
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(
      /^standard input is invalid:\n✖ it is empty: name a file, such as examples\/\S+\.json, or pass .* on standard input\n/,
    ),
  ])
})
