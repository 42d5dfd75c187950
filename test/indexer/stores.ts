import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openStore, type Store } from '../../src/indexer/index.ts'

/** Where the stores of a test file are. */
export type Place = {
  readonly kind: 'folder' | 'server'
  readonly where: string
  readonly stop: () => Promise<void>
}

const VERSIONS = '/usr/lib/postgresql'

/** The programs of Debian's PostgreSQL, of the newest version; null without one. */
function postgresBin(): string | null {
  if (!existsSync(VERSIONS)) return null
  const newest = readdirSync(VERSIONS)
    .map(name => parseInt(name, 10))
    .filter(version => existsSync(`${VERSIONS}/${version}/bin/initdb`))
    .sort((a, b) => b - a)[0]
  return newest === undefined ? null : `${VERSIONS}/${newest}/bin`
}

/**
 * Starts a server of its own, on a socket in a temporary folder. PostgreSQL does not run as root: then it is the user `nobody`.
 */
async function startPostgres(bin: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-pg-'))
  const isRoot = process.getuid?.() === 0
  const nobody = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  const data = join(folder, 'data')
  const options = { ...nobody, cwd: folder, encoding: 'utf8' } as const
  const made = spawnSync(
    `${bin}/initdb`,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    options,
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const server = spawn(
    `${bin}/postgres`,
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=40'],
    { ...nobody, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const where = `postgres:///postgres?host=${encodeURIComponent(folder)}&user=postgres`
  let said = ''
  server.stderr.on('data', data => {
    said += String(data)
  })
  const ended = once(server, 'close')
  while (spawnSync(`${bin}/pg_isready`, ['-h', folder, '-q'], options).status !== 0) {
    if (server.exitCode !== null) throw new Error(`postgres: ${said}`)
    await setTimeout(20)
  }
  return {
    kind: 'server',
    where,
    stop: async () => {
      server.kill('SIGINT')
      // It writes into its folder to its end.
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const idOf = (flag: '-u' | '-g'): number =>
  parseInt(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout, 10)

/** A server where Debian's PostgreSQL is installed; without it the same tests run on PostgreSQL in memory, and slower. */
export async function startPlace(): Promise<Place> {
  const bin = postgresBin()
  return bin === null ? { kind: 'folder', where: 'memory:', stop: async () => {} } : startPostgres(bin)
}

let count = 0

/** An empty store in a schema of its own. */
export const newStore = (where: string): Promise<Store> =>
  openStore(where, { schema: `test_${process.pid}_${count++}` })
