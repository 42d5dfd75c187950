import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { RegenError } from '../../../primitives/errors.ts'
import { FILE_UNREADABLE, FILE_UNWRITABLE } from '../../../primitives/errorTable.ts'
import { parseInput } from '../../../primitives/schemas.ts'
import { runsOf } from '../../../simulation/study/plan.ts'
import type { Part } from '../../../simulation/study/runPart.ts'
import { reasonOf } from '../../io/reasonOf.ts'
import { VERSION } from '../../io/version.ts'
import type { Job } from '../threads/threads.ts'
import { jsonIn, OutcomesJson, ProofJson, refused, violationsJson } from './partFiles.ts'

/** A part of one point of a sweep or a search: its outcomes without its periods. A folder may hold the points of many studies. */
export type StoredPoint = Pick<Part, 'from' | 'outcomes' | 'proof'> & {
  readonly violations: readonly unknown[]
}

const PointJson = z.strictObject({
  release: z.literal(VERSION),
  planHash: z.string(),
  part: z.int(),
  outcomes: OutcomesJson,
  proof: ProofJson,
  violations: z.array(z.unknown()),
})

/** The name has plan, part and release: another release computes its points anew. */
const fileOf = (folder: string, { plan, part }: Job): string =>
  join(folder, `${plan.hash.slice(0, 32)}-${part}-${VERSION}.json`)

/** Writes a point whole or not at all, at once: small as it is, Ctrl-C finds it there. */
export function writePoint(
  folder: string,
  job: Job,
  { planHash, part, from, outcomes, proof, violations }: Part,
): StoredPoint {
  const file = fileOf(folder, job)
  const beside = `${file}.${process.pid}.tmp`
  const stored = { from, outcomes, proof, violations: violationsJson(violations) }
  try {
    const amounts = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
    const json = { release: VERSION, planHash, part, outcomes, proof, violations: stored.violations }
    writeFileSync(beside, `${JSON.stringify(json, amounts)}\n`)
    renameSync(beside, file)
    return stored
  } catch (cause) {
    rmSync(beside, { force: true })
    throw new RegenError(FILE_UNWRITABLE, { file, reason: reasonOf(cause) }, { cause })
  }
}

/** A point that a folder holds; null where it does not. */
export function readPoint(folder: string, job: Job): StoredPoint | null {
  const file = fileOf(folder, job)
  if (!existsSync(file)) return null
  const { planHash, part, outcomes, proof, violations } = parseInput(
    PointJson,
    file,
    jsonIn(bytesOf(file), file),
  )
  const { from, to } = runsOf(job.plan, job.part)
  if (planHash !== job.plan.hash || part !== job.part || outcomes.length !== to - from)
    throw refused(file, 'it is not the point that its name says')
  return { from, outcomes, proof, violations }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new RegenError(FILE_UNREADABLE, { file, reason: reasonOf(cause) }, { cause })
  }
}
