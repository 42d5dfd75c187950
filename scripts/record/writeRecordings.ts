import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Recordings } from '../../src/testing/recordings.ts'

/** Throws unless a folder can be made anew. */
export function refuseExisting(folder: string): void {
  if (existsSync(folder)) throw new Error(`${folder} exists. Recordings are written into a new folder only.`)
}

/** Writes recordings into a new folder: into one beside it first, which is renamed when everything is there. */
export function writeRecordings(folder: string, { network, txs, queries, calls }: Recordings): void {
  refuseExisting(folder)
  const making = `${resolve(folder)}.new-${process.pid}`
  const lines = (list: readonly unknown[]) => list.map(line => `${JSON.stringify(line)}\n`).join('')
  try {
    mkdirSync(dirname(making), { recursive: true })
    mkdirSync(making)
    writeFileSync(join(making, 'network.json'), `${JSON.stringify(network, null, 1)}\n`)
    writeFileSync(join(making, 'txs.jsonl'), lines(txs))
    writeFileSync(join(making, 'queries.jsonl'), lines(queries))
    writeFileSync(join(making, 'rpc.jsonl'), lines(calls))
    renameSync(making, folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}
