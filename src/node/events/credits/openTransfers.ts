import { MODULE_ACCOUNTS } from '../../../messages/keeper/moduleAccounts.ts'
import type { Credits } from '../../../primitives/credits.ts'
import type { RegenEvent } from '../eventFields.ts'
import {
  addAct,
  addOddity,
  amountOf,
  beside,
  claimRetirement,
  type PlaceEvents,
  sameAmount,
  standing,
  transferredCredits,
  unclaimed,
} from './placeEvents.ts'

type Transfer = RegenEvent<'regen.ecocredit.v1.EventTransfer'>
type Mint = RegenEvent<'regen.ecocredit.v1.EventMint'>

/**
 * Transfers that no later event explains: issuances, which come from the module, and sends. Their retirement, if any,
 * stands before them. More of an open batch that is issued retired only has no transfer at all.
 */
export function addOpenTransfers(place: PlaceEvents): void {
  const bridged = bridgedBatches(place)
  for (const transfer of unclaimed(place, 'regen.ecocredit.v1.EventTransfer')) {
    place.claimed.add(transfer)
    const { sender } = transfer.fields
    if (sender === MODULE_ACCOUNTS.ecocredit) addIssue(transfer, bridged, place)
    else if (sender === MODULE_ACCOUNTS['ecocredit-basket'])
      addOddity(place, transfer, 'credits leave a basket, but no EventTake says for whom')
    else addSend(transfer, place)
  }
  for (const mint of unclaimed(place, 'regen.ecocredit.v1.EventMint')) addRetiredIssue(mint, bridged, place)
}

function addSend(transfer: Transfer, place: PlaceEvents): void {
  const { sender, recipient } = transfer.fields
  addAct(place, { kind: 'transfer', sender, recipient, ...creditsOf(transfer, place) })
}

function addIssue(transfer: Transfer, bridged: ReadonlySet<string>, place: PlaceEvents): void {
  const { recipient, batchDenom } = transfer.fields
  const mint = [beside(place, transfer, -1), beside(place, transfer, 1)].find(
    (event): event is Mint =>
      event?.type === 'regen.ecocredit.v1.EventMint' &&
      !place.claimed.has(event) &&
      sameCredits(event, transfer),
  )
  if (mint === undefined) addOddity(place, transfer, 'credits are issued, but no EventMint says so')
  else place.claimed.add(mint)
  addAct(place, {
    kind: 'issue',
    recipient,
    bridged: bridged.has(batchDenom),
    ...creditsOf(transfer, place),
  })
}

/** Retired at once, with no transfer: the owner is in the retirement before it. Issued of nothing: nothing. */
function addRetiredIssue(mint: Mint, bridged: ReadonlySet<string>, place: PlaceEvents): void {
  const { batchDenom, tradableAmount, retiredAmount } = mint.fields
  place.claimed.add(mint)
  const retired = amountOf(retiredAmount)
  if (retired === 0n && sameAmount(tradableAmount, '0')) return
  const before = beside(place, mint, -1)
  const owner = before?.type === 'regen.ecocredit.v1.EventRetire' ? before.fields.owner : ''
  const note = claimRetirement(before, { owner, batchDenom, amount: retiredAmount }, place)
  if (note === null || !sameAmount(tradableAmount, '0')) {
    addOddity(place, mint, 'credits are issued, but no transfer or retirement says to whom')
    return
  }
  addAct(place, {
    ...standing(mint),
    kind: 'issue',
    recipient: owner,
    bridged: bridged.has(batchDenom),
    batchDenom,
    tradable: 0n as Credits,
    retired,
    retirement: note,
  })
}

/** The retirement of sent or issued credits, if any, is the last event before the transfer that is not a mint. */
function creditsOf(transfer: Transfer, place: PlaceEvents) {
  let steps = -1
  while (beside(place, transfer, steps)?.type === 'regen.ecocredit.v1.EventMint') steps--
  return transferredCredits(transfer, beside(place, transfer, steps), place)
}

const sameCredits = ({ fields: mint }: Mint, { fields: transfer }: Transfer): boolean =>
  mint.batchDenom === transfer.batchDenom &&
  sameAmount(mint.tradableAmount, transfer.tradableAmount) &&
  sameAmount(mint.retiredAmount, transfer.retiredAmount)

const bridgedBatches = ({ events }: PlaceEvents): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ type, fields }) =>
      type === 'regen.ecocredit.v1.EventBridgeReceive' ? [fields.batchDenom] : [],
    ),
  )
