import { join } from 'node:path'
import type { Plan } from '../../simulation/study/plan.ts'
import { resultOf, type StudyResult } from '../../simulation/study/study.ts'
import type { Answer, CommandInput, Io } from '../command.ts'
import { periodsCsv, summaryOf, violationsFile, writeResults } from './files/resultFiles.ts'
import { gatherFolders, missingParts, partsFolder } from './files/studyFolder.ts'
import { workersOf, wrong } from './options.ts'
import { renderStudy } from './report/renderStudy.ts'
import { runParts } from './threads/runParts.ts'

/** Every part of a plan. */
export const allParts = ({ parts }: Plan): readonly number[] =>
  Array.from({ length: parts }, (_, part) => part)

/** Runs the parts that a folder does not hold, and says how many they were. */
export async function runMissing(
  plan: Plan,
  parts: readonly number[],
  folder: string,
  input: CommandInput,
  io: Io,
): Promise<number> {
  const missing = missingParts(folder, parts)
  const before = parts.length - missing.length
  if (before > 0 && missing.length > 0) io.err(`${before} of ${parts.length} parts are there already`)
  await runParts(
    {
      jobs: missing.map(part => ({ plan, part })),
      folder: partsFolder(folder),
      workers: workersOf(input),
      onPart: () => {},
      study: { parts: parts.length, before, folder: partsFolder(folder) },
    },
    io,
  )
  return missing.length
}

/** Writes the results of the parts in some folders. */
export async function results(
  plan: Plan,
  folders: readonly string[],
  folder: string,
  input: CommandInput,
  io: Io,
): Promise<Answer> {
  const csv = input.options['periods'] === true ? await periodsCsv(folder) : null
  const early = violationsFile(folder)
  const gathering = await gatherFolders(plan, folders, io.signal, async part => {
    await csv?.addPart(part)
    await early.add(part.violations)
  }).catch(async error => {
    await csv?.discard()
    await early.discard()
    throw error
  })
  await csv?.end()
  await early.end()
  const result = resultOf(gathering)
  if (result.runs === 0) throw wrong('there is not one whole part in these folders')
  await writeResults(folder, result, gathering.outcomes)
  return show(result, [`Written: ${join(folder, 'report.html')} and the files beside it`])
}

/** A study as text for people, or as its summary. */
export const show = (study: StudyResult, more: readonly string[] = []): Answer => ({
  form: 'simulation',
  json: () => summaryOf(study),
  text: page => [...renderStudy(study, page), ...more],
})

/** One line for people, and data for programs. */
export const said = (form: string, json: object, line: string): Answer => ({
  form,
  json: () => json,
  text: () => [line],
})
