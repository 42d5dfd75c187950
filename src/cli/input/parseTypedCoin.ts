import type { AllowedDenom } from '../../messages/ledger.ts'
import { type Coin, coin, DENOM } from '../../primitives/coin.ts'
import { optionError } from '../io/inputError.ts'

const REGEN: AllowedDenom = { bankDenom: 'uregen', displayDenom: 'REGEN', exponent: 6 }

/**
 * An amount as people type it, '100regen' or '2.5 USDC.axl', or as the chain has it, '100000000uregen'. More decimals than the denom has are refused.
 * Where nobody listed the denoms, every other one stands for itself, in whole smallest units.
 */
export function parseTypedCoin(
  text: string,
  option: string,
  denoms: readonly AllowedDenom[] | 'unknown',
): Coin {
  const [, whole = '', decimals = '', name = ''] =
    /^(\d{1,30})(?:\.(\d{1,24}))?\s*([a-zA-Z].*)$/.exec(text.trim()) ?? []
  const known = denoms === 'unknown' ? [REGEN] : [...denoms, REGEN]
  const bank = known.find(({ bankDenom }) => bankDenom === name)
  const shown = known.find(({ displayDenom }) => displayDenom.toLowerCase() === name.toLowerCase())
  if (bank === undefined && shown === undefined && denoms === 'unknown' && decimals === '' && isOwn(name))
    return coin(name, BigInt(whole))
  if (whole === '' || (bank === undefined && shown === undefined))
    throw optionError(
      option,
      `expected an amount such as 100regen or 100000000uregen; got "${text.slice(0, 80)}"`,
    )
  const places = bank === undefined ? (shown?.exponent ?? 0) : 0
  if (decimals.length > places)
    throw optionError(option, `${name.slice(0, 40)} has ${places} decimals; got "${text.slice(0, 80)}"`)
  return coin(bank?.bankDenom ?? shown?.bankDenom ?? '', BigInt(whole + decimals.padEnd(places, '0')))
}

/** A denom that stands for itself. '1e9uregen' is no denom to whoever typed it. */
const isOwn = (name: string): boolean => DENOM.test(name) && !/^[ex]\d/i.test(name)
