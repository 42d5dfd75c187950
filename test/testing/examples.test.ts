import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readExample, readRecordings } from '../../src/testing.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

test('every example is read by its name', () => {
  for (const name of readdirSync(join(ROOT, 'examples/fund')))
    expect(readExample(`fund/${name}`)).toBe(readFileSync(join(ROOT, 'examples/fund', name), 'utf8'))
})

test.each(['none.json', '../package.json', '', 'fund'])(
  '"%s" is none, and the message names those that are',
  name => {
    expect(() => readExample(name)).toThrow(
      expect.objectContaining({
        code: 'FILE_UNREADABLE',
        context: { file: `examples/${name}`, reason: expect.stringContaining('epoch/state.json, ') },
      }),
    )
  },
)

test('without a folder the recordings are those that come with the package', () => {
  const { network, txs, queries, calls } = readRecordings()
  expect({ network, txs, queries, calls }).toEqual(readRecordings(join(ROOT, 'test/recordings')))
  expect(network.chainId).toBe('regen-devnet-1')
})
