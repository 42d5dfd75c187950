import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { digestOf, SOURCES } from '../../scripts/build/digest.ts'

/** What says that nothing need be built anew: another name, content or file is seen, and where nothing changed nothing is. */
test('a digest of files sees every change, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'digest-'))
  mkdirSync(join(root, 'src/deep'), { recursive: true })
  writeFileSync(join(root, 'src/a.ts'), 'a')
  writeFileSync(join(root, 'src/deep/b.ts'), 'b')
  const digest = () => digestOf(root, ['src', 'lock'], 'src/dist')
  const seen = [digest()]
  const changed = (change: () => void) => {
    change()
    expect(seen).not.toContain(digest())
    seen.push(digest())
  }
  changed(() => writeFileSync(join(root, 'src/a.ts'), 'ab'))
  changed(() => renameSync(join(root, 'src/a.ts'), join(root, 'src/c.ts')))
  changed(() => writeFileSync(join(root, 'src/deep/d.ts'), ''))
  changed(() => writeFileSync(join(root, 'lock'), ''))
  const before = digest()
  mkdirSync(join(root, 'src/dist'))
  writeFileSync(join(root, 'src/dist/out.js'), 'out')
  writeFileSync(join(root, 'src/c.ts'), 'ab')
  expect(digest()).toBe(before)
  rmSync(root, { recursive: true })
})

test('a build reads nothing but the sources that are looked at', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  for (const source of SOURCES) expect([source, existsSync(join(root, source))]).toEqual([source, true])
  const page = readdirSync(join(root, 'page'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.startsWith('dist/'))
    .map(name => `page/${name}`)
  const read = new Set<string>()
  const follow = (file: string) => {
    if (read.has(file)) return
    read.add(file)
    for (const { fileName } of ts.preProcessFile(readFileSync(join(root, file), 'utf8')).importedFiles)
      if (/^\..*\.tsx?$/.test(fileName)) follow(join(dirname(file), fileName))
  }
  for (const file of ['scripts/build.ts', 'scripts/packFiles.ts', ...page]) follow(file)
  expect(read.size).toBeGreaterThan(page.length + 100)
  const isLookedAt = (file: string) =>
    SOURCES.some(source => file === source || file.startsWith(`${source}/`))
  expect([...read].filter(file => !isLookedAt(file))).toEqual([])
})
