import {
  type Allocation,
  type AllocationReport,
  reportHash,
} from '../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { bankSend } from '../messages/cosmos/bankSend.ts'
import { govSubmitProposal } from '../messages/cosmos/govSubmitProposal.ts'
import { groupSubmitProposal } from '../messages/cosmos/groupSubmitProposal.ts'
import { protocolpoolSpend } from '../messages/cosmos/protocolpoolSpend.ts'
import { msgAnchor } from '../messages/data/msgAnchor.ts'
import { MODULE_ACCOUNTS } from '../messages/keeper/moduleAccounts.ts'
import type { Message } from '../messages/message.ts'
import type { Coin } from '../primitives/coin.ts'
import { formatCoin } from '../primitives/coin.ts'
import { reportIri, reportRawHash } from './reportIri.ts'

/** Who proposes the payments: governance pays from the community pool, a group from its own account. */
export type SettlementBy =
  | {
      readonly kind: 'gov'
      readonly proposer: string
      readonly deposit: readonly Coin[]
      readonly expedited?: boolean
    }
  | {
      readonly kind: 'group'
      readonly policyAddress: string
      readonly proposers: readonly string[]
      readonly tryExec?: boolean
    }

/** How a round is paid: by whom, and how many recipients a proposal may have. */
export type SettlementOptions = {
  readonly by: SettlementBy
  /** Default: the report's own maxRecipientsPerProposal. */
  readonly maxRecipients?: number
  readonly title?: string
}

/** Everything to be submitted so that a round is paid; nothing of it is signed. */
export type Settlement = {
  readonly reportHash: string
  readonly iri: string
  /** Anchors the report's hash, so that voters can tell that they compute the same one. */
  readonly anchor: Message
  /** In the order to submit them. All payments of one succeed or fail together; those of two do not. */
  readonly proposals: readonly Message[]
  readonly payments: readonly {
    readonly recipient: string
    readonly amount: bigint
    readonly proposal: number
  }[]
  readonly total: Coin
}

/**
 * The unsigned transactions that pay a report: an anchor of it, and proposals of one payment for each project that gets something.
 *
 * From the community pool by `/cosmos.protocolpool.v1.MsgCommunityPoolSpend`, as the one of x/distribution passes and then fails on v7. What the
 * round left stays in the pool.
 *
 * @example
 * const by = { kind: 'gov', proposer: seller, deposit: [coin('uregen', 2_000_000_000n)] } as const
 * const { anchor, proposals } = settle(report, { by })
 */
export function settle(
  report: AllocationReport,
  { by, maxRecipients, title }: SettlementOptions,
): Settlement {
  const paid = report.allocations.filter(({ amount }) => amount > 0n)
  const size = maxRecipients ?? report.policy.maxRecipientsPerProposal
  const chunks = Array.from({ length: Math.ceil(paid.length / size) }, (_, index) =>
    paid.slice(index * size, (index + 1) * size),
  )
  const iri = reportIri(report)
  const hash = reportHash(report)
  const { hash: raw, digestAlgorithm, fileExtension } = reportRawHash(report)
  const sender = by.kind === 'gov' ? by.proposer : (by.proposers[0] ?? '')
  return {
    reportHash: hash,
    iri,
    anchor: msgAnchor({ sender, contentHash: { raw: { hash: raw, digestAlgorithm, fileExtension } } }),
    proposals: chunks.map((chunk, index) => {
      const part = `${index + 1}/${chunks.length}`
      return proposal(report, chunk, by, {
        title: `${title ?? `Pay round ${report.round}`}${chunks.length > 1 ? ` (${part})` : ''}`.slice(
          0,
          140,
        ),
        // Not JSON: of that, the chain takes title and summary only where they are those of the proposal.
        metadata: iri,
        summary: summaryOf(report, chunk, { hash, iri }),
      })
    }),
    payments: chunks.flatMap((chunk, index) =>
      chunk.map(({ recipient, amount }) => ({ recipient, amount, proposal: index })),
    ),
    total: { denom: report.denom, amount: report.allocated },
  }
}

type Texts = { readonly title: string; readonly metadata: string; readonly summary: string }

function proposal(
  { denom }: AllocationReport,
  chunk: readonly Allocation[],
  by: SettlementBy,
  { title, metadata, summary }: Texts,
): Message {
  const amountOf = (amount: bigint) => [{ denom, amount: amount.toString() }]
  if (by.kind === 'gov')
    return govSubmitProposal({
      messages: chunk.map(({ recipient, amount }) =>
        protocolpoolSpend({ authority: MODULE_ACCOUNTS.gov, recipient, amount: amountOf(amount) }),
      ),
      initialDeposit: by.deposit.map(({ denom, amount }) => ({ denom, amount: amount.toString() })),
      proposer: by.proposer,
      metadata,
      title,
      summary,
      expedited: by.expedited ?? false,
    })
  return groupSubmitProposal({
    groupPolicyAddress: by.policyAddress,
    proposers: [...by.proposers],
    metadata,
    messages: chunk.map(({ recipient, amount }) =>
      bankSend({ fromAddress: by.policyAddress, toAddress: recipient, amount: amountOf(amount) }),
    ),
    exec: by.tryExec === true ? 'EXEC_TRY' : 'EXEC_UNSPECIFIED',
    title,
    summary,
  })
}

const summaryOf = (
  report: AllocationReport,
  chunk: readonly Allocation[],
  { hash, iri }: { readonly hash: string; readonly iri: string },
): string => {
  const sum = chunk.reduce((total, { amount }) => total + amount, 0n)
  return [
    `Pays ${formatCoin({ denom: report.denom, amount: sum })} to ${chunk.length} recipient(s) of round ${report.round} (${report.method}).`,
    `The report is ${iri}; its SHA-256 is ${hash}, that of its policy ${report.policyHash}.`,
  ].join(' ')
}
