import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWhole } from '../../src/cli/io/writeWhole.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regen-fees-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a file is replaced as a whole, and nothing is left beside it', async () => {
  const file = join(folder, 'a.json')
  await writeWhole(file, 'first')
  await writeWhole(file, 'second')
  expect(await readFile(file, 'utf8')).toBe('second')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('stopped before the end: the old file is as it was, and nothing is left beside it', async () => {
  const file = join(folder, 'a.json')
  await writeWhole(file, 'first')
  await expect(writeWhole(file, 'second', AbortSignal.abort())).rejects.toThrow('[FILE_UNWRITABLE]')
  expect(await readFile(file, 'utf8')).toBe('first')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('a folder that is not there', async () => {
  const file = join(folder, 'none', 'a.json')
  await expect(writeWhole(file, 'text')).rejects.toThrow(
    /a\.json cannot be written: no such folder\..*\[FILE_UNWRITABLE\]/,
  )
})

test('a folder in the place of the file: nothing is left beside it', async () => {
  await expect(writeWhole(folder, 'text')).rejects.toThrow('[FILE_UNWRITABLE]')
  expect((await readdir(tmpdir())).filter(name => name.startsWith(`${folder.split('/').at(-1)}.`))).toEqual(
    [],
  )
})
