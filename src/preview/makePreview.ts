import { sumPools } from '../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { Catalog } from '../messages/catalogOf.ts'
import { DEFAULT_POLICY } from '../policy/generated/defaultPolicy.ts'
import type { policyHash } from '../policy/policyHash.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { sumUregen } from '../primitives/uregen.ts'
import { withJson } from '../primitives/withJson.ts'
import type { effectsOf } from './effects/effects.ts'
import type {
  AccountCoin,
  EffectsInput,
  FeePreview,
  MessagePreview,
  PreviewInput,
  PreviewWarning,
} from './feePreview.ts'
import { assumptionsOf } from './input/assumptions.ts'
import { checkOptions, refuseEffects } from './input/checkOptions.ts'
import { previewJson } from './previewJson.ts'
import { besideFee, isTaken, phaseOf, warnOfFeeInForce } from './proposed/feeInForce.ts'
import { NO_FEE, type ProposedFee } from './proposed/feesOfValues.ts'
import type { ValuedCharge } from './proposed/valueCharge.ts'
import type { RunMessage } from './run/runMessages.ts'
import { runTransaction } from './run/runTransaction.ts'
import { type MessageRecord, openLedger, type WorkingLedger, warn } from './run/workingLedger.ts'
import type { LedgerSnapshot } from './snapshot.ts'
import { validUntil } from './validUntil.ts'

/** What a preview is made with: message types, what M012 and M015 make of a transaction or null where nobody asks, the hash of a policy. */
export type PreviewParts = {
  readonly catalog: Catalog
  readonly effectsOf: typeof effectsOf | null
  readonly policyHash: typeof policyHash
}

/** The preview of a transaction; `previewFees` says what it is. */
export function makePreview(
  input: EffectsInput,
  { catalog, effectsOf, policyHash }: PreviewParts,
): FeePreview {
  if (effectsOf === null) refuseEffects(input)
  const { snapshot, policy = DEFAULT_POLICY } = checkOptions(input)
  const working = openLedger(snapshot, catalog)
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
  const preview: FeePreview = {
    chainId: snapshot.chainId,
    height: snapshot.height,
    time: snapshot.time,
    ...(snapshot.age && { age: snapshot.age }),
    policyHash: policyHash(policy),
    validUntil: validUntil(snapshot, fees, knobs.valuation),
    assumptions: assumptionsOf(run, charges, knobs, feeConfig ?? null),
    messages: run.map((message, position) => messagePreview(message, fees[position] ?? NO_FEE)),
    live: {
      gas,
      complete: run.every(({ known, record }) => known && record.priced),
      ...accountTotals(accounts, working, taken),
    },
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
      ...(effectsOf?.(input, { run, proposals, policy }) ?? NO_EFFECTS),
    },
    warnings: [...transaction.warnings, ...run.flatMap(warningsOf)],
  }
  return withJson(preview, previewJson)
}

/** What leaves each payer and what it must hold, with what M013 takes of it where it is in force. */
function accountTotals(
  accounts: ReadonlySet<string>,
  { balances }: WorkingLedger,
  taken: readonly AccountCoin[],
): Pick<FeePreview['live'], 'debits' | 'requiredBalances'> {
  const standings = balances.standings().filter(({ account }) => accounts.has(account))
  const isSame = (a: Omit<AccountCoin, 'amount'>, b: Omit<AccountCoin, 'amount'>) =>
    a.account === b.account && a.denom === b.denom
  const totals = (part: 'paid' | 'needed'): readonly AccountCoin[] => [
    ...standings.map(({ account, denom, [part]: own }) => ({
      account,
      denom,
      amount: own + (taken.find(fee => isSame(fee, { account, denom }))?.amount ?? 0n),
    })),
    ...taken.filter(fee => !standings.some(standing => isSame(standing, fee))),
  ]
  return {
    debits: totals('paid').filter(({ amount }) => amount > 0n),
    requiredBalances: totals('needed').filter(({ amount }) => amount > 0n),
  }
}

/** A message as a preview shows it. Named field by field: to spread an object and add to it takes longer than all that was done. */
function messagePreview(message: RunMessage, proposed: ProposedFee): MessagePreview {
  const { index, path, mode, typeUrl, runs, known, signer, sentence, record } = message
  const { priced, live, purchases, movements, credits, warnings } = record
  const preview = {
    index,
    path,
    mode,
    typeUrl,
    runs,
    known,
    priced,
    signer,
    sentence,
    live,
    purchases,
    proposed,
    movements,
    credits,
    warnings,
  }
  return preview
}

/** The warnings of a message, each with the place of the message. */
const warningsOf = ({ index: messageIndex, path, record }: RunMessage): readonly PreviewWarning[] =>
  record.warnings.map(({ code, blocks, facts }) =>
    path.length > 0 ? { code, blocks, facts, messageIndex, path } : { code, blocks, facts, messageIndex },
  )

const NO_EFFECTS = { supplyEffect: null, rewardEffect: null }

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

/** Whoever signs a message, also an inner one that runs, and whoever pays the gas. */
const payersOf = (run: readonly RunMessage[], others: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...others, ...run.map(({ signer }) => signer)].filter(signer => signer !== '').map(normalizeAddress),
  )
