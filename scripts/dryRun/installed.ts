import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { filesOf } from '../../src/bundled/bundledFiles.ts'

/** What the command line of an installed package does in an empty folder, as its help and the documents say. Each throws where it does not. */

const root = fileURLToPath(new URL('../..', import.meta.url))

const requireThat = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(`The installed package: ${what}`)
}

/** The command line of a package, run in a folder. */
const commandLine = (main: string, folder: string) => (line: string) =>
  execFileSync(process.execPath, [main, ...line.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Lines of help and documents, with what each must print. They name examples that are no files of the package, and some that are. */
const LINES = [
  ['preview examples/mixed.json', /PROPOSED/i],
  ['preview examples/retirement.json --price C01=30REGEN', /PROPOSED/i],
  ['epoch --state examples/epoch/genesis.json --inputs examples/epoch/reboot.json', /3 of 3 equations hold/],
  [
    'fund quadratic --round examples/fund/quadratic.json --ballots examples/fund/contributions.csv',
    /19\.318182/,
  ],
  ['fund retro --round ./examples/fund/retro-median.json --explain soil', /2,?500/],
  ['sign-doc examples/sign-request.json', /Buys 2\.345678 credits/],
  ['preview examples/mixed.json --prices examples/oracles/prices.csv', /PROPOSED/i],
  ['simulate inputs SC-003', /supply/],
] as const

export function checkExamples(main: string, project: string): void {
  const empty = join(project, 'empty')
  mkdirSync(empty)
  const run = commandLine(main, empty)
  for (const [line, wanted] of LINES)
    requireThat(wanted.test(run(line)), `"regen-fees ${line}" did not print ${wanted}`)
  run('examples --out examples')
  const written = filesOf(join(empty, 'examples'))
  requireThat(written.size > 30, `"examples --out" wrote ${written.size} files`)
  for (const [name, { bytes }] of written)
    requireThat(bytes().equals(readFileSync(join(root, 'examples', name))), `examples/${name} is another one`)
}

/** The page, served and written into a folder, is that of this checkout, file by file. */
export async function checkPage(main: string, project: string): Promise<void> {
  commandLine(main, project)('page --out page')
  const built = filesOf(join(root, 'page/dist'))
  const written = filesOf(join(project, 'page'))
  requireThat(
    written.size === built.size &&
      [...built].every(([name, file]) => isSame(written.get(name)?.bytes(), file.bytes())),
    'the page that "page --out" wrote is not the one that was built',
  )
  const server = spawn(process.execPath, [main, 'page', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', text => resolve(/http:\S+/.exec(String(text))?.[0] ?? ''))
      server.once('close', code => reject(new Error(`The page of the installed package ended with ${code}`)))
    })
    for (const [path, name] of [
      ['', 'index.html'],
      ...[...built.keys()].map(name => [name, name] as const),
    ] as const) {
      const { encoding, body } = await answerOf(url + path)
      requireThat(
        encoding === 'br',
        `${name} of the page came ${encoding ?? 'unpacked'}, not as it is stored`,
      )
      requireThat(
        isSame(brotliDecompressSync(body), built.get(name)?.bytes()),
        `${name} of the page is another one`,
      )
    }
  } finally {
    server.removeAllListeners('close')
    server.kill('SIGINT')
  }
}

const isSame = (a: Buffer | undefined, b: Buffer | undefined): boolean =>
  a !== undefined && b !== undefined && a.equals(b)

const answerOf = (url: string) =>
  new Promise<{ readonly encoding: string | undefined; readonly body: Buffer }>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, response => {
      const { 'content-encoding': encoding } = response.headers
      buffer(response).then(body => resolve({ encoding, body }), reject)
    }).once('error', reject)
  })
