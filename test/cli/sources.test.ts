import { expect, test } from 'vitest'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { example, run } from './run.ts'

/** --prices, --ecology, --trust and --attested. */

const file = (text: string) => ({ readFile: async () => text })
const preview = (text: string, ...options: readonly string[]) =>
  run(['preview', example('retirement'), '--prices', 'prices.csv', '--json', ...options], {
    readFile: async name =>
      name === 'prices.csv' ? text : (await import('node:fs/promises')).readFile(name, 'utf8'),
  })
const code = (err: string): string => JSON.parse(err).error.code

test('a stated price is where the fee comes from, with its source and age', async () => {
  const policy = '{ "m013": { "valuation": [{ "source": "external", "maxAgeDays": 7 }] } }'
  const { out } = await run(
    ['preview', example('retirement'), '--prices', 'prices.csv', '--policy', 'policy.json', '--json'],
    {
      readFile: async name =>
        name === 'prices.csv'
          ? 'class,price,time,source\nC01,25REGEN,2026-11-20T14:29:48Z,external'
          : name === 'policy.json'
            ? policy
            : (await import('node:fs/promises')).readFile(name, 'utf8'),
    },
  )
  const [part] = JSON.parse(out).messages[0].proposed.parts
  expect(part.valuation).toMatchObject({ source: 'external', price: '25000000', age: '86400' })
})

test.each([
  ['an old price', 'class,price,time\nC01,25REGEN,2026-11-01', [], 'SOURCE_STALE'],
  ['a price of tomorrow', 'class,price,time\nC01,25REGEN,2026-11-23', [], 'SOURCE_AHEAD'],
  [
    'an unsigned price where somebody is trusted',
    'class,price\nC01,25REGEN',
    ['--trust', 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'],
    'SOURCE_UNSIGNED',
  ],
  ['no price', 'class,price\nC01,NaN', [], 'INPUT_INVALID'],
])('%s ends with its name, and no preview', async (_, text, options, expected) => {
  const { out, err, code: exit } = await preview(text, ...options)
  expect([out, exit, code(err)]).toEqual(['', 1, expected])
})

test('an address that cannot be read is the network’s fault, and only its host is told', async () => {
  const { err, code: exit } = await run([
    'preview',
    example('retirement'),
    '--prices',
    'http://127.0.0.1:1/k3y/prices.json',
    '--json',
  ])
  expect([exit, code(err)]).toEqual([2, 'SOURCE_UNREADABLE'])
  expect(err).not.toContain('k3y')
})

const supply = (text: string, ...options: readonly string[]) =>
  run(['supply', '--supply', '200000000', '--staked', '0', '--periods', '1', ...options], {
    ...file(text),
    readFile: async name => (name === 'policy.json' ? '{ "m012": { "ecologicalSource": "oracle" } }' : text),
  })

test('supply --ecology: ΔCO₂ of 25 of 50 ppm halves what is minted, and says where it is from', async () => {
  const options = ['--policy', 'policy.json', '--ecology', 'co2.csv', '--at', '2026-11-21']
  const { out, code } = await supply('time,change\n2026-11-20,25', ...options)
  expect(code).toBe(0)
  expect(out).toContain('mints 210000 REGEN')
  expect(out).toContain(
    '- co2.csv: 25 ppm, the mean of 1 reading, the newest of 2026-11-20T00:00:00Z, unsigned',
  )
})

test('supply --ecology under a policy without a source, and beside --co2', async () => {
  const ecology = ['--ecology', 'co2.csv', '--at', '2026-11-21', '--json']
  const without = await supply('time,change\n2026-11-20,25', ...ecology)
  expect(code(without.err)).toBe('SOURCE_UNUSED')
  const both = await supply('time,change\n2026-11-20,25', ...ecology, '--co2', '5')
  expect(both.err).toContain('name either --co2 or --ecology')
})

test('a purchase in another denom reads in its symbol, with the bank’s denom below: preview --rpc', async () => {
  const node = await recordedNode()
  const name = 'buy and retire 1 C01 in USDC'
  node.standBefore(name)
  const messages = JSON.stringify(messagesOf(name), (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  )
  const { out } = await run(['preview', '-', '--rpc', node.url, '--gas', '200000'], { stdin: messages })
  expect(out).toContain('for at most 1.5 USDC.axl and retires it in US-NY')
  expect(out).toContain(
    '\nUSDC.axl: 1 is 1000000 ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653\n',
  )
  expect(node.missing).toEqual([])
})
