import type { AllowedDenom } from '../../messages/ledger.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { displayAmount } from '../render/amounts.ts'
import { shorten } from '../render/text.ts'
import type { GasCost } from './gasCost.ts'

/** What each account pays in all, or at least: without gas, the gas, and both together. */
export function totalLines(
  { live }: FeePreview,
  gas: GasCost,
  denoms: readonly AllowedDenom[],
): readonly string[] {
  const { debits, requiredBalances, complete } = live
  const isIn = gas.basis === 'given' || gas.basis === 'transaction' || gas.basis === 'estimated'
  const gasOf = (account: string, denom: string) =>
    gas.payer === account && gas.denom === denom ? (gas.fee ?? 0n) : 0n
  const paying = debits.map(({ account, denom, amount }) => ({
    account,
    denom,
    rest: isIn ? amount - gasOf(account, denom) : amount,
    needed:
      requiredBalances.find(other => other.account === account && other.denom === denom)?.amount ?? amount,
    amount,
  }))
  const { payer, denom, fee } = gas
  const onlyGas =
    payer === null ||
    denom === null ||
    fee === null ||
    fee === 0n ||
    paying.some(other => other.account === payer && other.denom === denom)
      ? []
      : [{ account: payer, denom, rest: 0n, needed: 0n, amount: 0n }]
  const about = gas.basis === 'typical' ? 'about ' : ''
  const lines = [...paying, ...onlyGas].map(({ account, denom, rest, needed, amount }) => {
    const coins = (value: bigint) => displayAmount(value, denom, denoms)
    const fee = gasOf(account, denom)
    const total =
      fee === 0n
        ? coins(rest)
        : rest === 0n
          ? `${about}${coins(fee)}, ${complete ? 'all of it gas' : 'which is gas'}`
          : `${about}${coins(rest + fee)}: ${coins(rest)} and ${about}${coins(fee)} for gas`
    const hold = needed > amount ? `; must hold ${coins(needed)}` : ''
    return `${shorten(account)} pays ${complete ? 'in all' : 'at least'} ${total}${hold}`
  })
  const unknown = gas.fee === null ? ['Gas comes on top; what it costs is not known.'] : []
  const why =
    gas.note === null
      ? []
      : [
          gas.basis === 'typical'
            ? `The gas is what such messages used when they were measured: ${gas.note}`
            : `Gas: ${gas.note}`,
        ]
  return [...(lines.length > 0 || !complete ? lines : ['No coins move.']), ...unknown, ...why]
}
