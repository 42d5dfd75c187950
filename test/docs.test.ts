import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outdated } from '../scripts/docs.ts'
import { compilerProblems } from './support/compilerProblems.ts'
import { recordedNode } from './support/recordedNode.ts'
import { network } from './support/recordings.ts'

/** What the README and the pages of docs/ say is true: their files, their commands, and their code, which compiles and runs. */

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** The pages people write. Those of docs/reference/ are generated. */
const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...['SECURITY.md'].filter(file => existsSync(path(`../${file}`))),
  ...readdirSync(path('../docs'))
    .filter(file => file.endsWith('.md') && file !== 'errata.md')
    .map(file => `docs/${file}`),
].map(file => ({ file, text: readFileSync(path(`../${file}`), 'utf8') }))

const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code)

const FOLDER = path('.docs')
/** Programs stand in test/.docs, so that they import the built package by its own name. */
const programs = PAGES.flatMap(({ file, text }) =>
  blocks(text, 'ts').map((code, index) => ({
    name: `${file}, program ${index + 1}`,
    file: `${FOLDER}/${file.replace(/\W/g, '-')}-${index + 1}.ts`,
    code: `${code}\nexport {}\n`,
  })),
)

beforeAll(() => {
  if (!existsSync(path('../dist/index.js'))) throw new Error('dist/ is missing: run "npm run build" first')
  mkdirSync(FOLDER, { recursive: true })
  for (const { file, code } of programs) writeFileSync(file, code)
})

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

test('the README is at most 12 kB', () => {
  expect(PAGES[0]?.text.length).toBeLessThanOrEqual(12_000)
})

test('the generated pages are up to date (npm run docs)', () => {
  expect(outdated()).toEqual([])
})

test.each(PAGES)('every file that $file names exists', ({ file, text }) => {
  const folder = file.startsWith('docs/') ? 'docs/' : ''
  const named = [...text.matchAll(/`((?:src|test|examples|scripts|proto|docs|schemas)\/[\w./-]+)`/g)].map(
    ([, name = '']) => name,
  )
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, name = '']) => folder + name)
  expect([...named, ...linked].filter(name => !existsSync(path(`../${name}`)))).toEqual([])
})

test('their code compiles against the built package', async () => {
  expect(await compilerProblems(programs.map(({ file }) => file))).toEqual([])
})

/** A program that needs a wallet of a browser, or a node with its whole history, says so in a comment; it is compiled, not run. */
const runs = (code: string) => !/\/\/ needs a (wallet|node)/.test(code)

/** A public node in a program stands for the recorded one, before bob's purchase "buy with fees, exact max fee". */
const PUBLIC_NODE = 'https://regen-rpc.publicnode.com'

test.each(programs.filter(({ code }) => runs(code)).map(({ name, file }) => [name, file] as const))(
  '%s runs, and prints what its comments say',
  async (_, file) => {
    const node = await recordedNode()
    node.standBefore('buy with fees, exact max fee')
    const code = readFileSync(file, 'utf8')
    const local = file.replace('.ts', '.mjs')
    const script = await transform(code.replaceAll(PUBLIC_NODE, node.url), { loader: 'ts' })
    writeFileSync(local, script.code)
    const { stdout } = await promisify(execFile)(process.execPath, [local], {
      cwd: path('..'),
      env: { ...process.env, MNEMONIC: network.accounts['bob']?.mnemonic },
    })
    const promised = [...code.matchAll(/console\.log\(.*\) \/\/ ([^[{\n]+)$/gm)].map(([, text = '']) =>
      text.trim(),
    )
    for (const text of promised) expect(stdout).toContain(text)
    expect(node.missing).toEqual([])
  },
)

describe('their commands', () => {
  const all = PAGES.flatMap(({ text }) => blocks(text, 'sh'))
    .flatMap(block => block.split('\n'))
    .map(line =>
      line
        .replace(/\s+#.*$/, '')
        .replace(/^npm ci && /, '')
        .trim(),
    )
    // The page is served until it is stopped.
    .filter(line => line.startsWith('npx regen-fees') && !/--rpc| page\b/.test(line))
  // Several pages name the same ones.
  const commands = [...new Set(all)]

  test('there are some', () => {
    expect(commands.length).toBeGreaterThan(4)
  })

  test.each(commands)('"%s" works', command => {
    const [, , ...args] = command.split(' ')
    const printed = execFileSync(process.execPath, [path('../dist/cli/main.js'), ...args], {
      encoding: 'utf8',
      cwd: path('..'),
    })
    expect(printed.length).toBeGreaterThan(20)
  })
})
