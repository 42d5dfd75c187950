import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digestOf } from '../../scripts/build/digest.ts'

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
