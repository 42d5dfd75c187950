import { allocateRound } from '../../../mechanisms/regen-value-redistribution/allocate.ts'
import {
  type AllocationReport,
  reportHash,
} from '../../../mechanisms/regen-value-redistribution/allocationReport.ts'
import { explainAllocation } from '../../../mechanisms/regen-value-redistribution/explainAllocation.ts'
import type { Round } from '../../../mechanisms/regen-value-redistribution/round.ts'
import { canonicalJson, toJson } from '../../../primitives/canonical.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { INPUT_INVALID } from '../../../primitives/errorTable.ts'
import { type Command, type CommandInput, type Io, JSON_OPTION, textOption } from '../../command.ts'
import { csvText } from '../../io/readRows.ts'
import { renderAllocation, renderTrace } from '../../render/renderAllocation.ts'
import { readable } from '../../render/text.ts'
import { ROUND_OPTIONS, readRound, requireMethod } from './readRound.ts'

/** A command that computes a round by the methods of its name. */
export const roundCommand = ({
  methods,
  ...texts
}: Pick<Command, 'name' | 'summary' | 'description' | 'examples'> & {
  readonly methods: readonly Round['method'][]
}): Command => ({
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
    io.out(shown(input, io, round, report))
    return 0
  },
})

function shown(input: CommandInput, io: Io, round: Round, report: AllocationReport): string {
  const project = textOption(input, 'explain')
  if (project !== undefined) {
    if (!report.allocations.some(allocation => allocation.project === project))
      throw new RegenError(INPUT_INVALID, {
        what: '--explain',
        issues: `✖ the round has no project "${project.slice(0, 80)}"`,
      })
    const trace = explainAllocation(round, report, project)
    return input.options['json'] ? json({ project, trace }) : readable(renderTrace(trace))
  }
  if (input.options['json']) return json({ hash: reportHash(report), report })
  return input.options['csv'] ? csvOf(report) : readable(renderAllocation(report, round, io.colors))
}

const json = (value: unknown): string => JSON.stringify(toJson(value), null, 2)

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
