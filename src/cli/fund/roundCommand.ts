import { allocateRound } from '../../mechanisms/regen-value-redistribution/allocate.ts'
import {
  type AllocationReport,
  reportHash,
} from '../../mechanisms/regen-value-redistribution/allocationReport.ts'
import { explainAllocation } from '../../mechanisms/regen-value-redistribution/explainAllocation.ts'
import type { Round } from '../../mechanisms/regen-value-redistribution/round.ts'
import { canonicalJson } from '../../primitives/canonical.ts'
import { type Answer, type CommandInput, JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { csvText } from '../io/readRows.ts'
import { renderAllocation, renderTrace } from '../render/renderAllocation.ts'
import { ROUND_OPTIONS, readRound, requireMethod } from './readRound.ts'

/** A command that computes a round by the methods of its name. */
export const roundCommand = ({
  methods,
  ...texts
}: Pick<NamedCommand, 'name' | 'summary' | 'description' | 'examples'> & {
  readonly methods: readonly Round['method'][]
}): NamedCommand => ({
  ...texts,
  arguments: [],
  options: [
    ...ROUND_OPTIONS,
    { flags: '--explain <project>', summary: 'where the amount of one project is from, step by step' },
    { flags: '--report <file>', summary: 'write the report (JSON), whose hash goes on chain' },
    { flags: '--csv', summary: 'print the allocations as CSV' },
    JSON_OPTION,
  ],
  async run(input, io) {
    const round = await readRound(input, io)
    requireMethod(round, texts.name, methods)
    const report = allocateRound(round)
    const file = textOption(input, 'report')
    // Canonical, so that the hash of the file is the hash of the report.
    if (file !== undefined) await io.writeFile(file, canonicalJson(report))
    return answerTo(input, round, report)
  },
})

function answerTo(input: CommandInput, round: Round, report: AllocationReport): Answer {
  const project = textOption(input, 'explain')
  if (project === undefined)
    return answerOf(
      'allocation',
      { hash: reportHash(report), report },
      {
        text: ({ hash, report }, page) =>
          input.options['csv']
            ? [csvOf(report)]
            : renderAllocation(report, { hash, title: round.title }, page),
        verbatim: input.options['csv'] === true,
      },
    )
  if (!report.allocations.some(allocation => allocation.project === project))
    throw optionError('--explain', `the round has no project "${project.slice(0, 80)}"`)
  return answerOf(
    'allocation-trace',
    { project, trace: explainAllocation(round, report, project) },
    { text: ({ trace }) => renderTrace(trace) },
  )
}

const csvOf = ({ allocations, denom }: AllocationReport): string =>
  csvText(
    ['project', 'recipient', 'amount', 'denom', 'weight', 'voices', 'given', 'category', 'note'],
    allocations.map(({ project, recipient, amount, weight, voices, given, category, note }) => [
      project,
      recipient,
      amount.toString(),
      denom,
      weight,
      String(voices),
      given?.toString() ?? '',
      category ?? '',
      note ?? '',
    ]),
  )
