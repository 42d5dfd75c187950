import type { DenomName } from '../../preview/snapshot.ts'
import { type DenomTrace, ibcDenom } from '../../primitives/ibcDenom.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import type { Fields } from '../decode/fields.ts'
import type { DenomMetadata } from '../decode/modules/denomMetadata.ts'
import { transferDenom } from '../endpoints/cosmos.ts'
import { askIfAny, type NodeAt } from './ask.ts'
import { readDenomMetadata } from './bank.ts'
import { question } from './question.ts'

/**
 * Where a token of another chain came from; null for a denom that is not of IBC, or that the chain has not seen. The hash in the denom is computed anew
 * from the answer: a trace of another token is RESPONSE_INVALID.
 *
 * @example
 * const trace = await readDenomTrace(at, 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653')
 */
export async function readDenomTrace(ledger: NodeAt, denom: string): Promise<DenomTrace | null> {
  const [, hash] = /^ibc\/([0-9A-Fa-f]{64})$/.exec(denom) ?? []
  if (hash === undefined) return null
  return askIfAny(
    ledger,
    question(transferDenom, { hash }, (response, read) =>
      read.message('denom', response.denom, ({ base, trace }, read) => {
        const path = trace.map(({ portId, channelId }) => `${portId}/${channelId}`).join('/')
        const found = { path, base: read.text('base', base) }
        if (ibcDenom(found) !== denom) return differs(read, found, denom)
        return found
      }),
    ),
  )
}

const differs = (read: Fields, { path, base }: DenomTrace, denom: string): never =>
  read.fail('denom', `a trace whose hash is ${denom}`, sanitize(`${path}/${base}`))

/**
 * How people write denoms, by the bank's metadata and the traces of IBC. Of one that nobody described, symbol and exponent are null: its amounts stay
 * in smallest units. Each denom is asked for once.
 *
 * @example
 * const names = await readDenomNames(at, ['eco.uC.NCT'])
 */
export const readDenomNames = (ledger: NodeAt, denoms: readonly string[]): Promise<readonly DenomName[]> =>
  Promise.all(
    [...new Set(denoms)].sort().map(async denom => {
      const [metadata, trace] = await Promise.all([
        readDenomMetadata(ledger, denom),
        readDenomTrace(ledger, denom),
      ])
      return { denom, ...symbolOf(metadata), trace }
    }),
  )

/** A name is whole or none: a symbol without its exponent would show an amount that is off by powers of ten. */
const symbolOf = (metadata: DenomMetadata | null): Pick<DenomName, 'symbol' | 'exponent'> =>
  metadata === null || metadata.exponent === null
    ? { symbol: null, exponent: null }
    : { symbol: metadata.symbol || metadata.display, exponent: metadata.exponent }
