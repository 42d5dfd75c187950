import type { GasPrice } from '../../preview/snapshot.ts'
import { DENOM } from '../../primitives/coin.ts'
import type { ConfigResponse } from '../../wire/generated/cosmos/base/node/v1beta1/query.ts'
import { type Fields, parseDecimal } from './fields.ts'

/** What the node that answered wants and keeps; another node of the chain may say otherwise. */
export type NodeConfig = {
  /** The price of one unit of gas in each denom that the node takes. Empty: it asks for none. */
  readonly gasPrices: readonly GasPrice[]
  /** How many recent heights it keeps, as it says it: '0' for all. */
  readonly pruningKeepRecent: string
}

export const toNodeConfig = (
  { minimumGasPrice, pruningKeepRecent }: ConfigResponse,
  read: Fields,
): NodeConfig => ({ gasPrices: toGasPrices(minimumGasPrice, read), pruningKeepRecent })

/** Reads '0.025000000000000000uregen,0.1uusdc'. */
export const toGasPrices = (text: string, read: Fields): readonly GasPrice[] =>
  text === ''
    ? []
    : text.split(',').map(part => {
        const [, decimal = '', denom = ''] = /^([\d.]+)(.+)$/.exec(part.trim()) ?? []
        const amount = parseDecimal(decimal)
        return amount && DENOM.test(denom)
          ? { denom, amount }
          : read.fail('minimum_gas_price', 'prices such as "0.025uregen"', text)
      })
