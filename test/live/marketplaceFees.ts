import { type Regen, readFeeParams, readGovParams, readProposal, readValidators } from '../../src/client.ts'
import type { FeeParams } from '../../src/mechanisms/live-marketplace-fees/params.ts'
import { govSubmitProposal } from '../../src/messages/cosmos/govSubmitProposal.ts'
import { govVote } from '../../src/messages/cosmos/govVote.ts'
import { GOVERNANCE } from '../../src/messages/keeper/governance.ts'
import { msgGovSetFeeParams } from '../../src/messages/marketplace/msgGovSetFeeParams.ts'
import type { Action } from './actions/action.ts'
import { answerOf, type SentAction } from './send.ts'

/** Longer votes than this are not waited for. */
const MAX_VOTE_TIME = 120n

/** Why an account cannot change the fees while a run waits; null when it can, unless it is outvoted. */
export async function whyNoGovernance(regen: Regen, voter: string): Promise<string | null> {
  const ledger = await regen.ledger()
  const [validators, { votingSeconds }] = await Promise.all([
    readValidators(ledger, 'bonded'),
    readGovParams(ledger),
  ])
  if (!validators.some(({ account }) => account === voter)) return `${voter} is no validator of this chain`
  if (votingSeconds > MAX_VOTE_TIME) return `a vote takes ${votingSeconds} seconds on this chain`
  return null
}

/** Sets the marketplace fees by a proposal and the vote of a validator. Null when they are in force, or else why they are not. */
export async function setMarketplaceFees(
  regen: Regen,
  voter: string,
  fees: FeeParams,
  send: (action: Action) => Promise<SentAction>,
  pause: (milliseconds: number) => Promise<void>,
): Promise<string | null> {
  const { minDeposit } = await readGovParams(await regen.ledger())
  const title = `Marketplace fees: buyers ${fees.buyer || 'none'}, sellers ${fees.seller || 'none'}`
  const proposed = await send({
    name: 'governance: submit',
    signer: voter,
    messages: [
      govSubmitProposal({
        messages: [
          msgGovSetFeeParams({
            authority: GOVERNANCE,
            fees: { buyerPercentageFee: fees.buyer, sellerPercentageFee: fees.seller },
          }),
        ],
        initialDeposit: minDeposit.map(({ denom, amount }) => ({ denom, amount: amount.toString() })),
        proposer: voter,
        title,
        summary: title,
      }),
    ],
  })
  const { proposalId } = answerOf<{ proposalId: bigint }>(proposed)
  await send({
    name: 'governance: vote',
    signer: voter,
    messages: [govVote({ proposalId, voter, option: 'VOTE_OPTION_YES' })],
  })
  for (;;) {
    const ledger = await regen.ledger()
    const proposal = await readProposal(ledger, proposalId)
    const status = proposal?.status ?? 'removed'
    if (status === 'passed') {
      const inForce = await readFeeParams(ledger)
      if (inForce !== 'unknown' && (inForce.buyer !== fees.buyer || inForce.seller !== fees.seller))
        return `proposal ${proposalId} has passed, but the fees are ${JSON.stringify(inForce)}`
      return null
    }
    if (status !== 'deposit' && status !== 'voting')
      return `proposal ${proposalId} ended as ${status} ${proposal?.failedReason ?? ''}`
    await pause(500)
  }
}
