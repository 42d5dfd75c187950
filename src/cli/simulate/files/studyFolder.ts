import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RegenError } from '../../../primitives/errors.ts'
import { FILE_UNREADABLE, FILE_UNWRITABLE, INPUT_INVALID } from '../../../primitives/errorTable.ts'
import { type Plan, parsePlan, planJson } from '../../../simulation/study/plan.ts'
import { type Gathering, gather, newGathering } from '../../../simulation/study/study.ts'
import { reasonOf } from '../../io/reasonOf.ts'
import { writeWhole } from '../../io/writeWhole.ts'
import { hasPart, readPart, type StoredPart } from './partFiles.ts'

/** A study on disk: `plan.json`, a folder of parts, and the results that are made from both. */
export const partsFolder = (folder: string): string => join(folder, 'parts')
const planFile = (folder: string): string => join(folder, 'plan.json')

/** The plan of a folder, or of a file. */
export async function readPlan(place: string): Promise<Plan> {
  const file = place.endsWith('.json') ? place : planFile(place)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new RegenError(FILE_UNREADABLE, { file, reason: reasonOf(cause) }, { cause })
  }
  return parsePlan(parseText(text, file))
}

function parseText(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RegenError(INPUT_INVALID, {
      what: file,
      issues: '✖ it is not JSON: cut short, or no plan; "regen-fees simulate plan" writes it anew',
    })
  }
}

/** Makes a folder for a study, or finds the one that was begun; a folder of another plan is refused. */
export async function openStudy(folder: string, plan: Plan): Promise<void> {
  const isBegun = existsSync(planFile(folder))
  if (isBegun) {
    const found = await readPlan(folder)
    if (found.hash !== plan.hash)
      throw new RegenError(INPUT_INVALID, {
        what: 'command line',
        issues: `✖ ${folder} holds plan ${found.hash.slice(0, 16)}…, not ${plan.hash.slice(0, 16)}…: name another folder with --out`,
      })
  }
  await makeFolder(partsFolder(folder))
  if (!isBegun) await writeWhole(planFile(folder), `${JSON.stringify(planJson(plan), null, 2)}\n`)
}

/** Makes a folder, and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new RegenError(FILE_UNWRITABLE, { file: folder, reason: reasonOf(cause) }, { cause })
  }
}

/** The parts that a folder does not hold yet. */
export const missingParts = (folder: string, parts: readonly number[]): readonly number[] =>
  parts.filter(part => !hasPart(partsFolder(folder), part))

/** What was gathered from folders of one plan, part after part, in their order; each part is taken once. */
export async function gatherFolders(
  plan: Plan,
  folders: readonly string[],
  signal: AbortSignal,
  onPart: (part: StoredPart, folder: string) => Promise<void> | void,
): Promise<Gathering> {
  for (const folder of folders) {
    const found = await readPlan(folder)
    if (found.hash !== plan.hash)
      throw new RegenError(INPUT_INVALID, {
        what: 'command line',
        issues: `✖ ${folder} holds plan ${found.hash}, and the first folder ${plan.hash}: they are not of one study`,
      })
  }
  const gathering = newGathering(plan)
  for (let part = 0; part < plan.parts; part++) {
    const folder = folders.find(place => hasPart(partsFolder(place), part))
    if (folder === undefined) continue
    signal.throwIfAborted()
    const read = await readPart(partsFolder(folder), part, plan)
    gather(gathering, { ...read, violations: [] })
    await onPart(read, folder)
  }
  return gathering
}
