import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { canonicalEpochState } from '../../../epoch/state/epochStateJson.ts'
import { toJson } from '../../../primitives/canonical.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { FILE_UNREADABLE, FILE_UNWRITABLE, INPUT_INVALID } from '../../../primitives/errorTable.ts'
import { parseInput, WholeAmount } from '../../../primitives/schemas.ts'
import { OUTCOME_NAMES } from '../../../simulation/run/outcome.ts'
import { type Plan, runsOf } from '../../../simulation/study/plan.ts'
import type { Part } from '../../../simulation/study/runPart.ts'
import { reasonOf } from '../../io/reasonOf.ts'
import { VERSION } from '../../io/version.ts'
import { columnsOf, parquetBytes } from './partParquet.ts'

/** A part on disk: its periods as Parquet, then the rest as JSON, which names the hash of the first. A part without its JSON is none. */

const nameOf = (part: number): string => part.toString().padStart(6, '0')
const jsonOf = (folder: string, part: number): string => join(folder, `${nameOf(part)}.json`)
const parquetOf = (folder: string, part: number): string => join(folder, `${nameOf(part)}.parquet`)

export const ProofJson = z.strictObject({
  runs: z.int(),
  periods: z.int(),
  before: WholeAmount,
  minted: WholeAmount,
  burned: WholeAmount,
  after: WholeAmount,
})

/** One row for each run; null for a value that is not known because the run ended early. */
export const OutcomesJson = z.array(
  z
    .array(
      z.pipe(
        z.nullable(z.number()),
        z.transform((value: number | null) => value ?? Number.NaN),
      ),
    )
    .check(z.length(OUTCOME_NAMES.length)),
)

const PartJson = z.strictObject({
  /** The release that computed it: another may come to other numbers under the same plan. */
  release: z.string(),
  planHash: z.string(),
  part: z.int(),
  parquet: z.string(),
  outcomes: OutcomesJson,
  proof: ProofJson,
  violations: z.array(z.unknown()),
})

/** A part as it is kept; violations as they were written. */
export type StoredPart = Omit<Part, 'violations'> & { readonly violations: readonly unknown[] }

/** Whether a folder holds a part whole. */
export const hasPart = (folder: string, part: number): boolean => existsSync(jsonOf(folder, part))

/** A violation with the state in which its period began, from which it can be run again. */
export const violationsJson = (violations: Part['violations']) =>
  violations.map(({ invariant, run, period, state }) => ({
    invariant,
    run,
    period,
    state: JSON.parse(canonicalEpochState(state)),
  }))

/** Writes a part, whole or not at all. */
export async function writePart(folder: string, part: Part): Promise<void> {
  const bytes = await parquetBytes(part)
  await writeBeside(parquetOf(folder, part.part), bytes)
  const json = JSON.stringify({
    release: VERSION,
    planHash: part.planHash,
    part: part.part,
    parquet: createHash('sha256').update(bytes).digest('hex'),
    outcomes: part.outcomes,
    proof: toJson(part.proof),
    violations: violationsJson(part.violations),
  })
  await writeBeside(jsonOf(folder, part.part), `${json}\n`)
}

async function writeBeside(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  try {
    await writeFile(beside, content)
    await rename(beside, file)
  } catch (cause) {
    await rm(beside, { force: true })
    throw new RegenError(FILE_UNWRITABLE, { file, reason: reasonOf(cause) }, { cause })
  }
}

/** The bytes of a file of a part. */
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new RegenError(FILE_UNREADABLE, { file, reason: reasonOf(cause) }, { cause })
  }
}

/** A part that was cut short, as by a machine that fell, is refused by name: it is to be removed, and computed anew. */
export function jsonIn(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw refused(file, 'it is not whole: remove it, and run the study again')
  }
}

/** Reads a part back; one of another plan, or whose Parquet file is not the one that was written, is an error. */
export async function readPart(folder: string, part: number, plan: Plan): Promise<StoredPart> {
  const file = jsonOf(folder, part)
  const json = jsonIn(await bytesOf(file), file)
  const release = (json as { release?: unknown } | null)?.release
  if (release !== VERSION)
    throw refused(
      file,
      `it was computed by regen-fees ${String(release ?? 'of an earlier release').slice(0, 40)}, and this is ${VERSION}: merge with that release, or compute it anew`,
    )
  const stored = parseInput(PartJson, file, json)
  if (stored.planHash !== plan.hash)
    throw refused(file, `it is of plan ${stored.planHash}, not of ${plan.hash}`)
  if (stored.part !== part) throw refused(file, `it is part ${stored.part}`)
  const bytes = await bytesOf(parquetOf(folder, part))
  if (createHash('sha256').update(bytes).digest('hex') !== stored.parquet)
    throw refused(parquetOf(folder, part), 'it is not the file that was written with its JSON')
  const { from, to } = runsOf(plan, part)
  if (stored.outcomes.length !== to - from) throw refused(file, `it has not ${to - from} runs`)
  return {
    planHash: plan.hash,
    part,
    from,
    to,
    outcomes: stored.outcomes,
    periods: await columnsOf(bytes, { from, to }, plan.scenario.periods),
    proof: stored.proof,
    violations: stored.violations,
  }
}

export const refused = (file: string, why: string) =>
  new RegenError(INPUT_INVALID, { what: 'part of a study', issues: `✖ ${why} at ${file}` })
