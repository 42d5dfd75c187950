import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Io } from '../../src/cli/command.ts'
import { PROGRESS_MS } from '../../src/cli/options/withNode.ts'
import { runCli } from '../../src/cli/runCli.ts'
import { DEFAULTS } from '../../src/node/rpc/options.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import { FILE_UNREADABLE } from '../../src/primitives/errorTable.ts'
import { testClock } from '../node/rpc/testClock.ts'

export const example = (name: string) =>
  fileURLToPath(new URL(`../../examples/${name}.json`, import.meta.url))

/** What a command line printed and wrote, and how it ended. */
export type CliRun = {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly files: ReadonlyMap<string, string>
}

export type CliWorld = Partial<Io> & {
  readonly stdin?: string | null
  readonly environment?: { readonly [name: string]: string }
}

/** Runs a command line without a process: on real files, with no standard input and no environment unless they are given. */
export async function run(
  argv: readonly string[],
  { stdin = null, environment = {}, ...changes }: CliWorld = {},
): Promise<CliRun> {
  const printed = { out: [] as string[], err: [] as string[] }
  const files = new Map<string, string>()
  const code = await runCli(argv, {
    out: text => printed.out.push(text),
    err: text => printed.err.push(text),
    readFile: file =>
      readFile(file, 'utf8').catch(() => {
        throw new RegenError(FILE_UNREADABLE, { file, reason: 'no such file' })
      }),
    writeFile: async (file, text) => {
      files.set(file, text)
    },
    readStdin: async () => stdin,
    env: name => environment[name],
    signal: new AbortController().signal,
    clock: quietClock(),
    colors: false,
    columns: null,
    ...changes,
  })
  return { code, out: printed.out.join('\n'), err: printed.err.join('\n'), files }
}

/** What never comes to pass in a test: the end of a time limit, and a second of work. */
const NEVER = new Set<number>([DEFAULTS.timeoutMs, PROGRESS_MS.first, PROGRESS_MS.next])

/** A clock that never waits for a rest of a node. */
function quietClock(): Io['clock'] {
  const { now, after } = testClock()
  return {
    now,
    after: (milliseconds, run) => (NEVER.has(milliseconds) ? () => {} : after(milliseconds, run)),
  }
}
