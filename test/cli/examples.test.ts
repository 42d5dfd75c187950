import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { JSON_FORMS } from '../../scripts/docs/jsonForms.ts'
import { schemaOf } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTx } from '../support/recordings.ts'
import { run } from './run.ts'

/** The example of every command's help is run, as it stands there. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUY = recordedTx('buy 2.345678 with fees')
const PUBLIC_NODES = ['https://regen-rpc.publicnode.com', 'http://localhost:26657']

/** Files that an example names and a user would have. */
const OWN_FILES: { readonly [name: string]: string } = {
  'mine.json': '{"m013":{"minFee":"2000000"}}',
  'signed.base64': BUY.txBytes,
}

const textOf = (name: string) =>
  OWN_FILES[name] ?? readFile(name.startsWith('/') ? name : `${ROOT}/${name}`, 'utf8')

/** Runs a line of a shell: variables before it, a file from which it reads, and one into which it writes. */
async function runLine(line: string, url: string) {
  const words = PUBLIC_NODES.reduce((text, node) => text.replaceAll(node, url), line).split(' ')
  const start = words.indexOf('regen-fees')
  const environment = Object.fromEntries(
    words.slice(0, start).map(word => word.split('=') as [string, string]),
  )
  const ends = words.findIndex(word => word === '<' || word === '>')
  const argv = words.slice(start + 1, ends < 0 ? undefined : ends)
  const source = words.indexOf('<') < 0 ? undefined : words[words.indexOf('<') + 1]
  const stdin =
    source === undefined
      ? null
      : await textOf(source === 'request.json' ? 'examples/sign-request.json' : source)
  return run(argv, { environment, stdin, readFile: async file => textOf(file) })
}

const EXAMPLES = await Promise.all(
  COMMANDS.map(async ({ name, load }) => ({ name, examples: (await load()).examples })),
)

describe.each(EXAMPLES)('the examples in the help of $name', ({ name, examples }) => {
  test('there is one, and none is longer than two lines', () => {
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.filter(example => example.length > 140)).toEqual([])
    for (const example of examples) expect(example).toContain(`regen-fees ${name}`)
  })

  // What needs a whole history, a wallet file, minutes of runs, a folder of its own or does not end has tests of its own.
  const here = examples.filter(
    line =>
      ![
        'activity',
        'buy',
        'denoms',
        'examples',
        'index',
        'network',
        'page',
        'prices',
        'rewards',
        'simulate',
        'watch',
      ].includes(name) && !(name === 'epoch' && line.includes('--rpc')),
  )
  test.each(here)('%s', async line => {
    const node = await recordedNode()
    if (name === 'tx') node.standAt('end')
    else node.standBefore('buy 2.345678 with fees')
    const { code, out, err, files } = await runLine(line, node.url)
    expect([code, /error|invalid|Unexpected/.test(err)]).toEqual([0, false])
    expect(out.length + files.size).toBeGreaterThan(0)
  })
})

describe('--json has a schema, and docs/command-line.md says what is in it', () => {
  const lines: readonly (readonly string[])[] = [
    ['preview', 'examples/mixed.json'],
    ['quote', '--type', 'trade', '--value', '1'],
    ['orders'],
    ['tx', BUY.txBytes],
    ['policy'],
    ['policy', '--diff', 'compromise'],
    ['supply', '--supply', '1', '--staked', '0'],
    ['epoch', '--state', 'examples/epoch/state.json', '--inputs', 'examples/epoch/inputs.json'],
    ['wash'],
    ['messages'],
    ['explain'],
    ['explain', 'MAX_FEE_MISSING'],
  ]
  test.each(lines)('%s %s', async (...argv) => {
    const { schema, ...answer } = JSON.parse(
      (await run([...argv, '--json'], { readFile: async file => textOf(file) })).out,
    )
    const form = Object.keys(JSON_FORMS).find(name => schemaOf(name) === schema) ?? ''
    const known = Object.keys(JSON_FORMS[form] ?? {})
    expect(Object.keys(answer).filter(field => !known.includes(field))).toEqual([])
    if (form !== 'tx') expect(known.filter(field => !(field in answer))).toEqual([])
  })

  test('tx and node at a node', async () => {
    const node = await recordedNode()
    node.standAt('end')
    for (const [form, argv] of [
      ['tx', ['tx', BUY.hash]],
      ['node', ['node']],
    ] as const) {
      const { schema, ...answer } = JSON.parse((await run([...argv, '--json', '--rpc', node.url])).out)
      expect([schema, Object.keys(answer).sort()]).toEqual([
        schemaOf(form),
        Object.keys(JSON_FORMS[form] ?? {}).sort(),
      ])
    }
  })
})
