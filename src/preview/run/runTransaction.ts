import { paysIn } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { sharesAt } from '../../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import type { Catalog } from '../../messages/catalogOf.ts'
import { MODULE_ACCOUNTS } from '../../messages/keeper/moduleAccounts.ts'
import type { Message } from '../../messages/message.ts'
import { messagesIn } from '../../messages/parse/messagesIn.ts'
import { parseFields } from '../../messages/parse/parseFields.ts'
import { signersIn } from '../../messages/signersIn.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import { toFeeConfig } from '../../policy/toFeeConfig.ts'
import { normalizeAddress } from '../../primitives/address.ts'
import { formatCoin } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { PreviewInput } from '../feePreview.ts'
import { type Gas, quoteGas } from '../gas.ts'
import { chargeMessages } from '../proposed/chargeMessages.ts'
import { isTaken, phaseOf, takeFees } from '../proposed/feeInForce.ts'
import { NO_FEE } from '../proposed/feesOfValues.ts'
import { parsePrices, parseRates } from '../proposed/parsePrices.ts'
import { openMarket } from '../proposed/valueCharge.ts'
import { runMessages } from './runMessages.ts'
import { emptyRecord, type MessageRecord, type WorkingLedger, warn } from './workingLedger.ts'

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
  const view = openMarket(parsePrices(input.prices ?? {}), parseRates(input.rates ?? {}), knobs, snapshot)
  const transaction = emptyRecord()
  const read = messagesIn(messages, working.catalog)
  const gas =
    gasLimit === undefined
      ? null
      : quoteGas(gasLimit, payerOf(input, read, working.catalog), snapshot.gasPrices)
  if (gas !== null) payGas(gas, transaction, working)
  const run = runMessages(read, working, knobs)
  const pays = paysIn(phaseOf(input), knobs.gasInValueBased)
  const proposals = pays.valueFee
    ? chargeMessages(run, view, working)
    : run.map(() => ({ charges: [], proposed: NO_FEE, paid: [] }))
  const fees = proposals.map(({ proposed }) => proposed)
  const taken = isTaken(snapshot.feeConfig) ? takeFees(run, fees, working, transaction) : []
  return { read, transaction, gas, run, pays, proposals, taken, knobs }
}

/** Gas is taken first, before any message runs. */
function payGas(gas: Gas, record: MessageRecord, working: WorkingLedger): void {
  if (gas.fee === null) {
    warn(record, 'GAS_PRICE_UNKNOWN', {})
    return
  }
  const { payer, denom, fee: amount } = gas
  if (payer === null) return
  const own = working.balances.coin(payer, denom)
  if (own !== null && own.left < amount)
    warn(record, 'BALANCE_TOO_LOW', {
      account: payer,
      needed: formatCoin({ denom, amount }),
      available: formatCoin({ denom, amount: own.left }),
    })
  working.balances.moveCoin({ from: payer, to: MODULE_ACCOUNTS.fee_collector, denom, amount })
}

/** Who pays the gas, in lower case as balances and debits are; null where nobody is named and the first message is not known. */
function payerOf({ feePayer }: PreviewInput, messages: readonly Message[], catalog: Catalog): string | null {
  const payer = feePayer ?? firstSigner(messages, catalog)
  return payer === null ? null : normalizeAddress(payer)
}

/** Null where the first message is not known, or packed. */
function firstSigner([first]: readonly Message[], catalog: Catalog): string | null {
  const type = first && catalog.typeOf(first.typeUrl)
  if (type === undefined || first?.value instanceof Uint8Array) return null
  return signersIn(type, parseFields(type, first?.value, catalog).value)[0] ?? null
}
