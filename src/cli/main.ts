#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { systemClock } from '../node/rpc/clock.ts'
import { RegenError } from '../primitives/errors.ts'
import { CALL_ABORTED } from '../primitives/errorTable.ts'
import type { Io } from './command.ts'
import { errorJson, errorText } from './io/errorText.ts'
import { printable } from './io/printable.ts'
import { columnsOf, wantsColors } from './io/terminal.ts'
import { watchOutput } from './io/watchOutput.ts'
import { runCli, STOPPED } from './runCli.ts'

// The first Ctrl-C, or the SIGTERM of a machine that stops jobs, ends what is under way in order; a second one, the process.
const stop = new AbortController()
const { signal } = stop
let stoppedWith = STOPPED
for (const [name, code] of [
  ['SIGINT', STOPPED],
  ['SIGTERM', 143],
] as const)
  process.once(name, () => {
    stoppedWith = code
    stop.abort()
    process.stdin.destroy()
  })

const argv = process.argv.slice(2)
watchOutput(
  process.stdout,
  error => {
    const text = errorText(error, argv.includes('--debug'))
    io.err(argv.includes('--json') ? errorJson(text) : printable(text.message, null))
  },
  code => process.exit(code),
)
// Nobody is left to be told.
process.stderr.on('error', () => {})

const io: Io = {
  out: text => {
    process.stdout.write(`${text}\n`)
  },
  err: text => {
    process.stderr.write(`${text}\n`)
  },
  async readFile(file) {
    try {
      return await readFile(file, { encoding: 'utf8', signal })
    } catch (cause) {
      const { missingExample, insteadSentence } = await import('../bundled/bundledFiles.ts')
      const { unreadable } = await import('./io/unreadable.ts')
      const example = missingExample(file)
      if (example === undefined) throw unreadable(file, cause)
      io.err(insteadSentence(file))
      return example.bytes().toString('utf8')
    }
  },
  async writeFile(file, text) {
    const { writeWhole } = await import('./io/writeWhole.ts')
    await writeWhole(file, text, signal)
  },
  async readStdin() {
    if (process.stdin.isTTY) return null
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    if (signal.aborted) throw new RegenError(CALL_ABORTED, { method: 'reading standard input', by: 'signal' })
    return Buffer.concat(chunks).toString('utf8')
  },
  env: name => process.env[name],
  signal,
  clock: systemClock,
  colors: wantsColors(name => process.env[name], process.stdout.isTTY === true),
  columns: columnsOf(name => process.env[name], process.stdout),
}

// Not awaited here: what is loaded later could not stand in one file with others then. A command that never comes to its end has failed.
process.exitCode = 1
void runCli(argv, io).then(code => {
  process.exitCode = code === STOPPED ? stoppedWith : code
})
