import { bundledSnapshot } from '../../bundled/packageFolder.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { type LedgerSnapshot, parseSnapshot } from '../../preview/snapshot.ts'
import { RegenError } from '../../primitives/errors.ts'
import { CHAIN_MISMATCH } from '../../primitives/errorTable.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { type CommandInput, type CommandOption, type Io, listOption, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'
import { chainOption, connectionOptions, nodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { readJson } from './readInput.ts'

export const SNAPSHOT_OPTION: CommandOption = {
  flags: '--snapshot <file>',
  summary: 'the ledger at one height (JSON); default: a node if one is named, else the bundled example',
}

type Place = Pick<LedgerSnapshot, 'chainId' | 'height' | 'time'>

/** What a command works on, and the line that says where it is from. */
export type ChosenLedger<Ledger> = { readonly ledger: Ledger; readonly note: string }

/** The ledger that the user named: a file, a node, or neither, which is the bundled example. */
export async function chooseLedger<Live extends Place>(
  input: CommandInput,
  io: Io,
  readLive: (rpc: Rpc) => Promise<Live>,
): Promise<ChosenLedger<Live | LedgerSnapshot>> {
  const file = textOption(input, 'snapshot')
  const named = listOption(input, 'rpc')
  if (file !== undefined && named.length > 0)
    throw optionError('command line', 'name either a node (--rpc) or a file (--snapshot)')
  const urls = file === undefined ? nodeUrls(input, io) : []
  if (urls.length > 0)
    return withNode(urls, connectionOptions(input), 'Reading the ledger', io, async rpc => {
      const ledger = await readLive(rpc)
      return { ledger, note: `Live: ${placeText(ledger)}, from ${rpc.origins.join(', ')}.` }
    })
  for (const [name, flag] of ASKS_A_NODE)
    if (input.options[name] !== undefined) throw optionError(flag, 'it asks a node: name one with --rpc')
  const ledger = parseSnapshot(await readJson(file ?? bundledSnapshot(), io))
  requireSnapshotOf(chainOption(input).chainId, ledger)
  return {
    ledger,
    note:
      file === undefined
        ? `Bundled example snapshot: ${placeText(ledger)}. A recorded test chain, not the live network.`
        : `Snapshot ${file}: ${placeText(ledger)}.`,
  }
}

/** Options that say nothing of a ledger in a file. */
const ASKS_A_NODE = [
  ['contracts', '--contracts'],
  ['feeRouter', '--fee-router'],
  ['denoms', '--denoms'],
] as const

/** Refuses a snapshot of another chain than the one that the user named. */
function requireSnapshotOf(expected: string | undefined, { chainId: got }: Place): void {
  if (expected === undefined || expected === got) return
  const definition = {
    code: CHAIN_MISMATCH.code,
    problem: ({ expected, got }: { expected: string; got: string }) =>
      `The snapshot is of the chain "${sanitize(got)}", not "${sanitize(expected)}".`,
    fix: 'Name a snapshot of that chain with --snapshot, or a node of it with --rpc.',
  }
  throw new RegenError(definition, { expected, got })
}

const placeText = ({ chainId, height, time }: Place): string =>
  `${sanitize(chainId)} at height ${height}, ${time}`
