import type { M013Phase } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { normalizeAddress } from '../../primitives/address.ts'
import { formatCoin } from '../../primitives/coin.ts'
import { formatRegen, sumUregen } from '../../primitives/uregen.ts'
import type { AccountCoin, PreviewInput } from '../feePreview.ts'
import type { Gas } from '../gas.ts'
import type { RunMessage } from '../run/runMessages.ts'
import { type MessageRecord, type WorkingLedger, warn } from '../run/workingLedger.ts'
import type { FeeConfigInForce, LedgerSnapshot } from '../snapshot.ts'
import type { ProposedFee } from './feesOfValues.ts'

/** The phase that is asked for, else the one in force, else "what if it were in force now". */
export function phaseOf({ phase, snapshot: { feeConfig } }: PreviewInput): M013Phase {
  if (phase !== undefined) return phase
  return feeConfig && feeConfig.phase !== 'unknown' ? feeConfig.phase : 'VALUE_BASED'
}

/**
 * Whether what M013 takes leaves the signers' accounts: the source in force says that they pay, in REGEN. A contract is told a value and moves no coins:
 * of it neither is known.
 */
export const isTaken = (feeConfig: LedgerSnapshot['feeConfig']): feeConfig is FeeConfigInForce =>
  feeConfig?.feePayer === 'signer' && feeConfig.denom === 'uregen'

/**
 * What M013 takes of each signer, where it is in force and taken: held from the start, as gas is, beside all that the messages need.
 *
 *     required = what the messages and gas need + Σ fee        BALANCE_TOO_LOW where only the fee is lacking
 */
export function takeFees(
  run: readonly RunMessage[],
  fees: readonly ProposedFee[],
  { balances }: WorkingLedger,
  record: MessageRecord,
): readonly AccountCoin[] {
  const denom = 'uregen'
  const taken = new Map<string, bigint>()
  run.forEach(({ signer }, index) => {
    const fee = fees[index]?.atLeast ?? 0n
    if (signer === '' || fee === 0n) return
    const account = normalizeAddress(signer)
    taken.set(account, (taken.get(account) ?? 0n) + fee)
  })
  return [...taken].map(([account, amount]) => {
    const before = balances.coin(account, denom)?.held
    const standing = balances.standings().find(each => each.account === account && each.denom === denom)
    const { needed = 0n } = standing ?? {}
    if (before !== undefined && before >= needed && before < needed + amount)
      warn(record, 'BALANCE_TOO_LOW', {
        account,
        needed: formatCoin({ denom, amount: needed + amount }),
        available: formatCoin({ denom, amount: before }),
      })
    return { account, denom, amount }
  })
}

/** What M013 takes where it is in force, and whether the live side's amounts hold it. */
export function warnOfFeeInForce(
  feeConfig: FeeConfigInForce,
  fees: readonly ProposedFee[],
  record: MessageRecord,
): void {
  const least = sumUregen(...fees.map(({ atLeast }) => atLeast))
  const { source } = feeConfig
  const inDebits = isTaken(feeConfig) ? 'yes' : 'no'
  if (least > 0n) warn(record, 'FEE_IN_FORCE', { source, fee: formatRegen(least), inDebits })
}

/**
 * What of today's charges stays beside M013's fee: gas where the phase keeps it, and the buyer and seller fees of the
 * marketplace where they are not part of the fee; for each payer and denom. Gas whose fee is not known is left out.
 */
export function besideFee(
  run: readonly RunMessage[],
  gas: Gas | null,
  keeps: { readonly gas: boolean; readonly marketplaceFees: boolean },
): readonly AccountCoin[] {
  const paid = [
    ...(keeps.gas && gas !== null && gas.payer !== null && gas.fee !== null
      ? [{ account: gas.payer, denom: gas.denom, amount: gas.fee }]
      : []),
    ...run.flatMap(({ record }) =>
      record.live.flatMap(({ kind, payer: account, denom, amount }) =>
        keeps.marketplaceFees && kind.startsWith('marketplace') ? [{ account, denom, amount }] : [],
      ),
    ),
  ]
  const sums = new Map<string, AccountCoin>()
  for (const { account: payer, denom, amount } of paid) {
    const account = normalizeAddress(payer)
    const key = `${account}/${denom}`
    sums.set(key, { account, denom, amount: (sums.get(key)?.amount ?? 0n) + amount })
  }
  return [...sums.values()].filter(({ amount }) => amount > 0n)
}
