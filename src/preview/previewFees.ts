import { paysIn } from '../mechanisms/m013-value-based-fee-routing/phase.ts'
import { sumPools } from '../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import { sharesAt } from '../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import { messageType } from '../messages/catalog.ts'
import { MODULE_ACCOUNTS } from '../messages/keeper/moduleAccounts.ts'
import type { Message } from '../messages/message.ts'
import { messagesIn } from '../messages/read/messagesIn.ts'
import { DEFAULT_POLICY } from '../policy/generated/defaultPolicy.ts'
import { policyHash } from '../policy/policyHash.ts'
import { toFeeConfig } from '../policy/toParams.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { formatCoin } from '../primitives/coin.ts'
import { sumUregen, type Uregen } from '../primitives/uregen.ts'
import { withJson } from '../primitives/withJson.ts'
import { accountTotals } from './accountTotals.ts'
import { assumptionsOf } from './assumptions.ts'
import { besideFee } from './besideFee.ts'
import { effectsOf } from './effects/effects.ts'
import type { FeePreview, PreviewInput } from './feePreview.ts'
import { type Gas, quoteGas } from './gas.ts'
import { messagePreview, warningsOf } from './messagePreview.ts'
import { previewJson } from './previewJson.ts'
import { isTaken, phaseOf, takeFees, warnOfFeeInForce } from './proposed/inForce.ts'
import { readPrices, readRates } from './proposed/prices.ts'
import { NO_FEE } from './proposed/proposedFees.ts'
import { proposeFees } from './proposed/proposeFees.ts'
import { openMarket, type ValuedCharge } from './proposed/valuation.ts'
import { checkOptions } from './readInput.ts'
import { type RunMessage, runMessages, signerOf } from './run/runMessages.ts'
import { emptyRecord, type MessageRecord, openLedger, type WorkingLedger, warn } from './run/workingLedger.ts'
import type { LedgerSnapshot } from './snapshot.ts'
import { validUntil } from './validUntil.ts'

/**
 * Previews a transaction: what Regen Ledger v7 charges for it today, and what M013 would charge, or does where a chain has it.
 *
 * Pure: equal input gives equal output, byte for byte as JSON. Messages apply in sequence, so a second purchase sees what
 * the first one left. What the ledger would refuse becomes a warning that `blocks`; only input of a wrong shape throws. JSON.stringify prints a preview as
 * previewJson does.
 *
 * @example
 * const { live, proposed, warnings } = previewFees({ messages, snapshot })
 * live.debits[0] // { account: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x', denom: 'uregen', amount: 74740000n }
 * proposed.total // 189383743n
 */
export function previewFees(input: PreviewInput): FeePreview {
  const { snapshot } = checkOptions(input)
  return withJson(previewOn(openLedger(snapshot), input), previewJson)
}

/** The same, of checked input on a ledger of the caller's, who can then ask what the snapshot lacked. */
function previewOn(working: WorkingLedger, input: PreviewInput): FeePreview {
  const { snapshot, policy = DEFAULT_POLICY } = input
  const phase = phaseOf(input)
  const { feeConfig } = snapshot
  const { read, transaction, gas, run, pays, proposals, taken, knobs } = runTransaction(working, input)
  warnOfAge(snapshot, transaction)
  if (phase === 'TRANSITION' && proposals.some(({ charges }) => charges.length > 0))
    warn(transaction, 'DUAL_FEE', {})
  if (read.length === 0)
    warn(transaction, 'WOULD_FAIL', { field: 'messages', rule: 'required', reason: 'the list is empty' })
  const fees = proposals.map(({ proposed }) => proposed)
  if (feeConfig) warnOfFeeInForce(feeConfig, fees, transaction)
  const pools = sumPools(fees.map(({ pools }) => pools))
  const accounts = payersOf(run, gas?.payer == null ? [] : [gas.payer])
  const charges = proposals.flatMap(({ charges }) => charges)
  const included = pays.valueFee && knobs.marketplaceFeeRelation === 'm013-includes'
  if (pays.valueFee) warnOfUnusedPrices(input, charges, transaction)
  return {
    chainId: snapshot.chainId,
    height: snapshot.height,
    time: snapshot.time,
    ...(snapshot.age && { age: snapshot.age }),
    policyHash: policyHash(policy),
    validUntil: validUntil(snapshot, fees, knobs.valuation),
    assumptions: assumptionsOf(run, charges, knobs, feeConfig ?? null),
    messages: run.map((message, position) => messagePreview(message, fees[position] ?? NO_FEE)),
    live: { gas, complete: run.every(({ known }) => known), ...accountTotals(accounts, working, taken) },
    proposed: {
      status: feeConfig ? 'in-force' : 'proposed',
      source: feeConfig?.source ?? 'policy',
      phase,
      feePayer: feeConfig?.feePayer ?? 'signer',
      denom: feeConfig?.denom ?? 'uregen',
      inDebits: isTaken(feeConfig),
      total: fees.every(({ fee }) => fee !== null) ? sumUregen(...fees.map(({ atLeast }) => atLeast)) : null,
      atLeast: sumUregen(...fees.map(({ atLeast }) => atLeast)),
      pools,
      gas: pays.gas ? 'charged' : 'not charged',
      marketplaceFees: included ? 'included' : 'charged',
      beside: besideFee(run, gas, { gas: pays.gas, marketplaceFees: !included }),
      ...effectsOf(input, { run, proposals, policy }),
    },
    warnings: [...transaction.warnings, ...run.flatMap(warningsOf)],
  }
}

/** Runs the gas payment and the messages, and looks up what their proposed fees rest on: all that a preview reads of the ledger. */
export function runTransaction(working: WorkingLedger, input: PreviewInput) {
  const { messages, snapshot, policy = DEFAULT_POLICY, gasLimit } = input
  const shares = sharesAt(policy.m013, input.feeRevenue ?? (0n as Uregen))
  const knobs = {
    ...policy.m013,
    shares,
    ...(snapshot.feeConfig && toFeeConfig(snapshot.feeConfig)),
    ...(isTaken(snapshot.feeConfig) && { collection: 'regen-only' as const }),
  }
  const view = openMarket(readPrices(input.prices ?? {}), readRates(input.rates ?? {}), knobs, snapshot)
  const transaction = emptyRecord()
  const read = messagesIn(messages)
  const gas =
    gasLimit === undefined
      ? null
      : quoteGas(gasLimit, input.feePayer ?? firstSigner(read), snapshot.gasPrices)
  if (gas !== null) payGas(gas, transaction, working)
  const run = runMessages(read, working, knobs)
  const pays = paysIn(phaseOf(input), knobs.gasInValueBased)
  const proposals = pays.valueFee
    ? proposeFees(run, view, working)
    : run.map(() => ({ charges: [], proposed: NO_FEE, paid: [] }))
  const fees = proposals.map(({ proposed }) => proposed)
  const taken = isTaken(snapshot.feeConfig) ? takeFees(run, fees, working, transaction) : []
  return { read, transaction, gas, run, pays, proposals, taken, knobs }
}

/** Seconds after which a node's newest block is old: some twenty blocks. */
const BEHIND_AFTER = 120n

function warnOfAge({ age, height }: LedgerSnapshot, record: MessageRecord): void {
  if (age && (age.catchingUp || age.seconds > BEHIND_AFTER))
    warn(record, 'NODE_BEHIND', { height: `${height}`, seconds: `${age.seconds}` })
}

function warnOfUnusedPrices(
  { prices = {} }: PreviewInput,
  charges: readonly ValuedCharge[],
  record: MessageRecord,
): void {
  const used = new Set(
    charges.flatMap(({ valuation: { source, classId } }) => (source === 'explicit' ? [classId] : [])),
  )
  for (const classId of Object.keys(prices)) if (!used.has(classId)) warn(record, 'PRICE_UNUSED', { classId })
}

/** Gas is taken first, before any message runs. */
function payGas(gas: Gas, record: MessageRecord, working: WorkingLedger): void {
  if (gas.fee === null) {
    warn(record, 'GAS_PRICE_UNKNOWN', {})
    return
  }
  const { payer, denom, fee: amount } = gas
  if (payer === null) return
  const available = working.balances.coin(payer, denom)
  if (available !== null && available < amount)
    warn(record, 'BALANCE_TOO_LOW', {
      account: payer,
      needed: formatCoin({ denom, amount }),
      available: formatCoin({ denom, amount: available }),
    })
  working.balances.moveCoin({ from: payer, to: MODULE_ACCOUNTS.fee_collector, denom, amount })
}

const firstSigner = (messages: readonly Message[]): string | null => {
  const [first] = messages
  const type = first && messageType(first.typeUrl)
  return type ? signerOf(type, first.value) || null : null
}

/** Whoever signs a message, also an inner one that runs, and whoever pays the gas. */
const payersOf = (run: readonly RunMessage[], others: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...others, ...run.map(({ signer }) => signer)].filter(signer => signer !== '').map(normalizeAddress),
  )
