import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
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

test('--output turns mode 600 into 644: the mode of the file is kept', async () => {
  const file = join(folder, 'a.json')
  await writeFile(file, 'first')
  await chmod(file, 0o600)
  await writeWhole(file, 'second')
  expect([(await stat(file)).mode & 0o777, await readFile(file, 'utf8')]).toEqual([0o600, 'second'])
})

test('a link goes on pointing to its file', async () => {
  const [file, link] = [join(folder, 'a.json'), join(folder, 'link.json')]
  await writeFile(file, 'first')
  await symlink(file, link)
  await writeWhole(link, 'second')
  expect([(await lstat(link)).isSymbolicLink(), await readFile(file, 'utf8')]).toEqual([true, 'second'])
})

test.runIf(process.platform === 'linux')(
  '--output replaces FIFOs and devices: it writes to them',
  async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const [read] = await Promise.all([readFile(pipe, 'utf8'), writeWhole(pipe, 'text')])
    expect([read, (await stat(pipe)).isFIFO()]).toEqual(['text', true])
    await writeWhole('/dev/null', 'text')
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
    await expect(writeWhole('/dev/full', 'text')).rejects.toThrow(
      '/dev/full cannot be written: no space is left.',
    )
  },
)
