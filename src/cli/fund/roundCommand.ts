import { allocateRound } from '../../mechanisms/regen-value-redistribution/round/allocate.ts'
import {
  type AllocationReport,
  reportHash,
} from '../../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { explainAllocation } from '../../mechanisms/regen-value-redistribution/round/explainAllocation.ts'
import { isExcluded, type Round } from '../../mechanisms/regen-value-redistribution/round/round.ts'
import { canonicalJson } from '../../primitives/canonical.ts'
import { csvText } from '../../primitives/csv.ts'
import {
  type Answer,
  type CommandInput,
  type Io,
  JSON_OPTION,
  type NamedCommand,
  textOption,
} from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { counted } from '../render/text.ts'
import { ROUND_OPTIONS, readRound, requireMethod } from './readRound.ts'
import { renderAllocation, renderTrace } from './renderAllocation.ts'

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
    requireOneForm(input)
    const round = await readRound(input, io)
    requireMethod(round, texts.name, methods)
    if (input.options['explain'] !== undefined) projectOf(input, round)
    sayIfLong(round, io)
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
  return answerOf(
    'allocation-trace',
    { project, trace: explainAllocation(round, report, project) },
    { text: ({ trace }) => renderTrace(trace) },
  )
}

/** CSV, JSON and an explanation are three answers: one at a time. */
function requireOneForm({ options }: CommandInput): void {
  const csv = options['csv'] === true
  const other = options['json'] === true ? '--json' : options['explain'] !== undefined ? '--explain' : null
  if (csv && other !== null)
    throw optionError('command line', `--csv and ${other} are two answers: choose one`)
}

/** The project that --explain names; one that takes no part is said so. */
export function projectOf(input: CommandInput, round: Round): string {
  const name = textOption(input, 'explain') ?? ''
  const found = round.projects.find(({ id }) => id === name)
  if (found === undefined) throw optionError('--explain', `the round has no project "${name.slice(0, 80)}"`)
  if (isExcluded(found))
    throw optionError('--explain', `"${name.slice(0, 80)}" is excluded: ${found.excluded}`)
  return name
}

/** More than this takes over a second, and nothing can be said meanwhile. */
const LONG = { gifts: 100_000, pairwise: 1_000 } as const

function sayIfLong(round: Round, io: Io): void {
  const { contributions = [], ballots = [], policy } = round
  const count = contributions.length + ballots.length
  if (count > (policy.variant === 'pairwise' ? LONG.pairwise : LONG.gifts))
    io.err(
      `Computing a round of ${counted(count, round.method === 'quadratic' ? 'contribution' : 'ballot')} …`,
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
