#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { RegenError } from '../primitives/errors.ts'
import { FILE_UNREADABLE } from '../primitives/errorTable.ts'
import type { Io } from './command.ts'
import { runCli } from './runCli.ts'

const io: Io = {
  out: text => {
    process.stdout.write(`${text}\n`)
  },
  err: text => {
    process.stderr.write(`${text}\n`)
  },
  async readFile(file) {
    try {
      return await readFile(file, 'utf8')
    } catch (cause) {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
      throw new RegenError(FILE_UNREADABLE, { file, reason }, { cause })
    }
  },
  async readStdin() {
    if (process.stdin.isTTY) return null
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString('utf8')
  },
  colors: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
}

process.exitCode = await runCli(process.argv.slice(2), io)
