import type { Rpc } from '../../node/rpc/connectRpc.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import type { CommandInput, CommandOption, Io } from '../command.ts'

export const DENOMS_OPTION: CommandOption = {
  flags: '--denoms',
  summary: 'with a node: read how people write each denom as well, and where those of other chains came from',
}

/** A snapshot with the names of its denoms: the marketplace's own list where an order asks for another denom than uregen, and with --denoms all that the bank and IBC know. */
export async function withDenoms(
  snapshot: LedgerSnapshot,
  rpc: Rpc,
  input: CommandInput,
  io: Io,
): Promise<LedgerSnapshot> {
  const listed = await withAllowedDenoms(snapshot, rpc, io)
  if (input.options['denoms'] !== true) return listed
  const { withDenomNames } = await import('../../snapshot/withDenomNames.ts')
  return withDenomNames(rpc, listed, 'all', io.signal)
}

async function withAllowedDenoms(snapshot: LedgerSnapshot, rpc: Rpc, io: Io): Promise<LedgerSnapshot> {
  const { settings, sellOrders, height } = snapshot
  if (settings.allowedDenoms !== 'unknown' || sellOrders.every(({ askDenom }) => askDenom === 'uregen'))
    return snapshot
  const { readAllowedDenoms } = await import('../../node/read/settings.ts')
  const allowedDenoms = await readAllowedDenoms({ port: rpc, height, signal: io.signal })
  return { ...snapshot, settings: { ...settings, allowedDenoms } }
}
