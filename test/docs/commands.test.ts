import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'

/**
 * What no other test of the pages reads: commands within a sentence and in blocks that are not run, npm scripts, forms in JSON, and links,
 * those of the generated pages too.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const PAGES = [
  ...readdirSync(ROOT).filter(file => file.endsWith('.md') && file !== 'CHANGELOG.md'),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => `docs/${file}`),
].map(file => ({ file, text: read(file) }))

/** Blocks of code and code within sentences. */
const codeOf = (text: string): readonly string[] => [
  ...[...text.matchAll(/```(?:sh|console|text)\n(.*?)```/gs)].flatMap(([, block = '']) => block.split('\n')),
  ...[...text.replaceAll(/```.*?```/gs, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
]

const COMMANDS_BY_NAME = new Map(
  await Promise.all(COMMANDS.map(async ({ name, load }) => [name, await load()] as const)),
)

/** `--help` and `--debug` are of every command. */
const EVERYWHERE = ['--help', '--debug', '--version']

/** What is wrong with a line that calls the command line; null for a line that does not. */
function problemOf(line: string): string | null {
  const call = /(?:^|npx |[&|] |[A-Z_]+=\S+ )regen-fees ([a-z-]+)((?: [^|>#&]*)?)/.exec(line)
  if (call === null) return null
  const [, name = '', rest = ''] = call
  const command = COMMANDS_BY_NAME.get(name)
  if (command === undefined) return `${line}: there is no command ${name}`
  const words = rest.trim().split(/\s+/)
  const own = command.commands?.find(each => each.name === words[0])
  const known = [...command.options, ...(own?.options ?? [])].map(
    ({ flags }) => /--[a-z0-9-]+/.exec(flags)?.[0],
  )
  const flags = words.filter(word => /^--[a-z]/.test(word)).map(word => word.replace(/=.*/, ''))
  const unknown = flags.filter(flag => ![...known, ...EVERYWHERE].includes(flag))
  return unknown.length > 0 ? `${line}: ${unknown.join(', ')}` : null
}

describe('commands', () => {
  const called = PAGES.flatMap(({ text }) => codeOf(text)).filter(code => /regen-fees [a-z]/.test(code))

  test('there are many', () => {
    expect(called.length).toBeGreaterThan(150)
  })

  test('a command or an option that does not exist would be found', () => {
    expect(problemOf('npx regen-fees previw mixed.json')).toContain('previw')
    expect(problemOf('regen-fees preview mixed.json --prize C01=1REGEN')).toContain('--prize')
    expect(problemOf('regen-fees preview mixed.json --price C01=1REGEN | less')).toBeNull()
  })

  test.each(PAGES)('every one that $file names exists, and takes the options it is given', ({ text }) => {
    expect(codeOf(text).flatMap(code => problemOf(code) ?? [])).toEqual([])
  })
})

test.each(PAGES)('every npm script that $file names exists', ({ text }) => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = codeOf(text).flatMap(code =>
    [...code.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name),
  )
  expect(named.filter(name => !(name in scripts))).toEqual([])
})

test.each(PAGES.filter(({ text }) => text.includes('```json')))(
  'every form in JSON of $file is JSON',
  ({ text }) => {
    const forms = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json)
    for (const form of forms) expect(() => JSON.parse(form), form).not.toThrow()
  },
)

/** The anchor of a heading, as GitHub writes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
    .replaceAll(' ', '-')

test.each(PAGES)('every link of $file has a file, and every anchor a heading', ({ file, text }) => {
  const links = [
    ...text.replaceAll(/```.*?```/gs, '').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g),
  ]
  const broken = links.flatMap(([, path = '', anchor]) => {
    const target = path === '' ? file : normalize(join(dirname(file), path))
    if (!existsSync(join(ROOT, target))) return [target]
    if (anchor === undefined || !target.endsWith('.md')) return []
    const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
    return headings.includes(anchor) ? [] : [`${target}#${anchor}`]
  })
  expect(broken).toEqual([])
})
