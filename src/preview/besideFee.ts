import type { AccountCoin } from './feePreview.ts'
import type { Gas } from './gas.ts'
import type { RunMessage } from './run/runMessages.ts'

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
  for (const { account, denom, amount } of paid) {
    const key = `${account}/${denom}`
    sums.set(key, { account, denom, amount: (sums.get(key)?.amount ?? 0n) + amount })
  }
  return [...sums.values()].filter(({ amount }) => amount > 0n)
}
