import { bytesAsText } from '../../../src/cli/render/bytesAsText.ts'
import { allocateRound } from '../../../src/mechanisms/regen-value-redistribution/round/allocate.ts'
import {
  type AllocationReport,
  reportHash,
  type TraceStep,
} from '../../../src/mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { explainAllocation } from '../../../src/mechanisms/regen-value-redistribution/round/explainAllocation.ts'
import { parseRound } from '../../../src/mechanisms/regen-value-redistribution/round/round.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { settle } from '../../../src/redistribution/settle.ts'
import { ballotsIn } from '../fund/ballots.ts'
import { answer, type Tools } from './call.ts'

/** What a page shows of a round. */
export type ShownRound = {
  readonly title: string
  readonly names: { readonly [project: string]: string }
  readonly report: AllocationReport
  readonly hash: string
  readonly trace: readonly TraceStep[]
  /** The unsigned proposals that pay it, and the anchor of the report, as messages that a preview takes. */
  readonly settlement: { readonly messages: string; readonly proposals: number; readonly iri: string }
}

const METHODS = {
  round: async (
    _: Tools,
    roundJson: unknown,
    csv: string | null,
    { project, proposer, deposit }: { project: string; proposer: string; deposit: bigint },
  ): Promise<ShownRound> => {
    const given = csv === null ? {} : ballotsIn(csv, roundJson as Parameters<typeof ballotsIn>[1])
    const round = parseRound({ ...(roundJson as object), ...given })
    const report = allocateRound(round)
    const { anchor, proposals, iri } = settle(report, {
      by: { kind: 'gov', proposer, deposit: [{ denom: 'uregen', amount: deposit }] },
    })
    return {
      title: round.title ?? round.id,
      names: Object.fromEntries(round.projects.map(({ id, name }) => [id, name ?? id])),
      report,
      hash: reportHash(report),
      trace: report.allocations.some(row => row.project === project)
        ? explainAllocation(round, report, project)
        : [],
      settlement: {
        messages: JSON.stringify(toJson(bytesAsText({ messages: [anchor, ...proposals] }))),
        proposals: proposals.length,
        iri,
      },
    }
  },
}

export type FundMethods = typeof METHODS

answer(METHODS)
