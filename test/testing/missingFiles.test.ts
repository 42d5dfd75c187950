import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readRecordings } from '../../src/testing.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A package that lacks all recordings but one; the program runs in a folder that has them all under the same names. */
test('a recording that the package lacks is not read from the working folder', () => {
  const place = mkdtempSync(join(tmpdir(), 'regen-fees-'))
  try {
    for (const part of ['package.json', 'src/bundled', 'src/primitives', 'src/testing'])
      cpSync(join(ROOT, part), join(place, part), { recursive: true })
    mkdirSync(join(place, 'test/recordings'), { recursive: true })
    writeFileSync(join(place, 'test/recordings/network.json'), '{}')
    const program = `
      const { readRecordings } = await import(${JSON.stringify(join(place, 'src/testing/recordings.ts'))})
      try { readRecordings() } catch (error) { console.log(JSON.stringify(error)) }`
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      { cwd: ROOT },
    )
    expect(JSON.parse(printed.toString())).toMatchObject({
      code: 'FILE_UNREADABLE',
      context: { file: 'test/recordings/txs.jsonl', reason: 'the package has network.json' },
    })
  } finally {
    rmSync(place, { recursive: true })
  }
})

test('a folder without recordings: FILE_UNREADABLE with the path', () => {
  const file = join(import.meta.dirname, 'network.json')
  expect(() => readRecordings(import.meta.dirname)).toThrow(
    expect.objectContaining({ code: 'FILE_UNREADABLE', context: { file, reason: 'ENOENT' } }),
  )
})
