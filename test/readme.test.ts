import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { README, withTables } from '../scripts/docs.ts'
import { recordedNode } from './support/recordedNode.ts'
import { network } from './support/recordings.ts'

/** What the README says is true: its tables, its files, its commands, and its code, which compiles and runs. */

const readme = readFileSync(README, 'utf8')
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code)

const FOLDER = path('.readme')
/** Programs stand in test/.readme, so that they import the built package by its own name. */
const programs = blocks('ts').map((code, index) => ({
  file: `${FOLDER}/block${index + 1}.ts`,
  code: `${code}\nexport {}\n`,
}))

beforeAll(() => {
  if (!existsSync(path('../dist/index.js'))) throw new Error('dist/ is missing: run "npm run build" first')
  mkdirSync(FOLDER, { recursive: true })
  for (const { file, code } of programs) writeFileSync(file, code)
})

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

test('its generated tables are up to date (npm run docs)', () => {
  expect(withTables(readme) === readme).toBe(true)
})

test('every file it names exists', () => {
  const named = [...readme.matchAll(/`((?:src|test|examples|scripts|proto|docs)\/[\w./-]+)`/g)].map(
    ([, file = '']) => file,
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(file => !existsSync(path(`../${file}`)))).toEqual([])
})

test('its code compiles against the built package', () => {
  const config = ts.readConfigFile(path('../tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, path('..'))
  const program = ts.createProgram(
    programs.map(({ file }) => file),
    { ...options, noUnusedLocals: false },
  )
  const problems = programs.flatMap(({ file }) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
  })
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})

/** A program that needs a wallet of a browser says so in a comment; it is compiled, not run. */
const runs = (code: string) => !code.includes('// needs a wallet')

/** A public node in a program stands for the recorded one, before bob's purchase "buy with fees, exact max fee". */
const PUBLIC_NODE = 'https://regen-rpc.publicnode.com'

test.each(programs.filter(({ code }) => runs(code)).map(({ file }, index) => [index + 1, file] as const))(
  'program %i runs, and prints what its comments say',
  async (_, file) => {
    const node = await recordedNode()
    node.standBefore('buy with fees, exact max fee')
    const code = readFileSync(file, 'utf8')
    const local = file.replace('.ts', '.local.ts')
    writeFileSync(local, code.replaceAll(PUBLIC_NODE, node.url))
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', local], {
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

describe('its commands', () => {
  const commands = blocks('sh')
    .flatMap(block => block.split('\n'))
    .map(line => line.replace(/\s+#.*$/, '').trim())
    .filter(line => line.startsWith('npx regen-fees') && !line.includes('--rpc'))

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
