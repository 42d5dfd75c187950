import { join } from 'node:path'
import { type Plan, partsOfShard, planStudy } from '../../simulation/study/plan.ts'
import { concludeStudy, type Study } from '../../simulation/study/study.ts'
import type { Answer, CommandInput, Io } from '../command.ts'
import { renderStudy } from '../render/renderStudy.ts'
import { numberOption, outOf, scenarioOf, shardOf, workersOf, wrong } from './options.ts'
import { periodsCsv, summaryOf, writeResults } from './resultFiles.ts'
import { runParts } from './runParts.ts'
import { gatherFolders, missingParts, openStudy, partsFolder, readPlan } from './studyFolder.ts'

const said = (form: string, json: object, line: string): Answer => ({
  form,
  json: () => json,
  text: () => [line],
})

/** Every part of a plan. */
export const allParts = ({ parts }: Plan): readonly number[] =>
  Array.from({ length: parts }, (_, part) => part)

/** Writes the plan of a study. */
export async function plan(
  [what = '', ...more]: readonly string[],
  input: CommandInput,
  io: Io,
): Promise<Answer> {
  if (what === '' || more.length > 0) throw wrong('plan takes one scenario')
  const folder = outOf(input)
  const study = planStudy(await scenarioOf(what, input, io), numberOption(input, 'runs', 1_000, 1))
  await openStudy(folder, study)
  return said(
    'simulation-plan',
    { planHash: study.hash, parts: study.parts },
    `${join(folder, 'plan.json')}: ${study.runs} runs in ${study.parts} parts of ${study.runsPerPart}, plan ${study.hash}`,
  )
}

/** Runs one shard of a plan: a plain process, wherever it is started. */
export async function runShard(
  [place = '', ...more]: readonly string[],
  input: CommandInput,
  io: Io,
): Promise<Answer> {
  if (place === '' || more.length > 0) throw wrong('run takes the folder of one plan')
  const folder = outOf(input)
  const study = await readPlan(place)
  const [k, n] = shardOf(input)
  await openStudy(folder, study)
  const parts = partsOfShard(study, k, n)
  const done = await runMissing(study, parts, folder, input, io)
  return said(
    'simulation-shard',
    { planHash: study.hash, parts, computed: done },
    `Shard ${k}/${n}: ${parts.length} parts in ${partsFolder(folder)}, ${done} of them computed now`,
  )
}

/** Runs the parts that a folder does not hold, and says how many they were. */
export async function runMissing(
  study: Plan,
  parts: readonly number[],
  folder: string,
  input: CommandInput,
  io: Io,
): Promise<number> {
  const missing = missingParts(folder, parts)
  if (missing.length < parts.length && missing.length > 0)
    io.err(`${parts.length - missing.length} of ${parts.length} parts are there already`)
  await runParts(
    { plan: study, parts: missing, folder: partsFolder(folder), workers: workersOf(input), onPart: () => {} },
    io,
  )
  return missing.length
}

/** Puts the parts of several folders together. */
export async function merge(folders: readonly string[], input: CommandInput): Promise<Answer> {
  const [first] = folders
  if (first === undefined) throw wrong('merge takes the folders of a study')
  const study = await readPlan(first)
  const folder = outOf(input)
  await openStudy(folder, study)
  return results(study, folders, folder, input)
}

/** Writes the results of the parts in some folders. */
export async function results(
  study: Plan,
  folders: readonly string[],
  folder: string,
  input: CommandInput,
): Promise<Answer> {
  const csv = input.options['periods'] === true ? periodsCsv(folder) : null
  const gathering = await gatherFolders(study, folders, part => csv?.add(part))
  await csv?.end()
  const concluded = concludeStudy(gathering)
  if (concluded.runs === 0) throw wrong('there is not one whole part in these folders')
  await writeResults(folder, concluded, gathering.stored)
  return show(concluded, gathering.stored.length, [
    `Written: ${join(folder, 'report.html')} and the files beside it`,
  ])
}

/** A study as text for people, or as its summary. */
export const show = (
  study: Study,
  violations = study.violations.length,
  more: readonly string[] = [],
): Answer => ({
  form: 'simulation',
  json: () => summaryOf(study),
  text: page => [...renderStudy(study, page, violations), ...more],
})
