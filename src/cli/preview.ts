import { M013_PHASES, type M013Phase } from '../mechanisms/m013-value-based-fee-routing/phase.ts'
import { parseMessages } from '../messages/parseMessages.ts'
import { previewFees } from '../preview/previewFees.ts'
import { previewJson } from '../preview/previewJson.ts'
import { type LedgerSnapshot, parseSnapshot } from '../preview/snapshot.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { unpackMessages } from '../wire/unpackMessages.ts'
import { BUNDLED_SNAPSHOT } from './bundled.ts'
import {
  type Command,
  type CommandInput,
  type Io,
  JSON_OPTION,
  listOption,
  POLICY_OPTION,
  textOption,
} from './command.ts'
import { readJson, readJsonOrStdin, readPairs, readPolicy } from './readInput.ts'
import { renderPreview } from './renderPreview.ts'

export const preview: Command = {
  name: 'preview',
  summary: 'what the messages of a transaction cost, before they are signed',
  description:
    'Shows what a transaction costs on Regen Ledger v7 today (live) and what M013 would charge (proposed, not in force), ' +
    'side by side and never added up, every coin it moves, and what would make it fail.',
  arguments: [
    {
      name: '[messages.json]',
      summary: 'a list of messages, or a transaction of the regen command line; "-": standard input',
    },
  ],
  options: [
    { flags: '--snapshot <file>', summary: 'the ledger at one height (JSON); default: the bundled example' },
    POLICY_OPTION,
    {
      flags: '--price <class=coin>',
      summary: 'a price for a whole credit, such as C01=25000000uregen',
      repeatable: true,
    },
    {
      flags: '--rate <denom=uregen>',
      summary: 'uregen for one unit of a denom, such as uusdc=12.5uregen',
      repeatable: true,
    },
    { flags: '--phase <phase>', summary: `the phase of M013 to answer for: ${M013_PHASES.join(', ')}` },
    { flags: '--gas <limit>', summary: 'the gas limit, to show the gas fee as well' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees preview examples/mixed.json',
    'regen-fees preview examples/retirement.json --price C01=30000000uregen --json',
  ],
  async run(input, io) {
    const messages = unpackMessages(parseMessages(await readJsonOrStdin(input.args[0], 'messages', io)))
    const { snapshot, note } = await readSnapshot(input, io)
    const result = previewFees({
      messages,
      snapshot,
      policy: await readPolicy(input, io),
      prices: readPairs(listOption(input, 'price'), '--price'),
      rates: readPairs(listOption(input, 'rate'), '--rate'),
      phase: readPhase(input),
      ...readGas(input),
    })
    if (input.options['json']) io.out(JSON.stringify(previewJson(result), null, 2))
    else {
      io.out(note)
      io.out(renderPreview(result, snapshot, io.colors))
    }
    return 0
  },
}

/** The snapshot named by --snapshot, or the bundled one; `note` says which, in the first line of the output. */
async function readSnapshot(
  input: CommandInput,
  io: Io,
): Promise<{ snapshot: LedgerSnapshot; note: string }> {
  const file = textOption(input, 'snapshot')
  const snapshot = parseSnapshot(await readJson(file ?? BUNDLED_SNAPSHOT, io))
  const where = `${snapshot.chainId} at height ${snapshot.height}, ${snapshot.time}`
  return {
    snapshot,
    note:
      file === undefined
        ? `Bundled example snapshot: ${where}. A recorded test chain, not the live network.`
        : `Snapshot ${file}: ${where}.`,
  }
}

function readPhase(input: CommandInput): M013Phase {
  const phase = textOption(input, 'phase') ?? 'VALUE_BASED'
  const found = M013_PHASES.find(name => name === phase)
  if (found !== undefined) return found
  throw new RegenError(INPUT_INVALID, {
    what: '--phase',
    issues: `✖ expected ${M013_PHASES.join(', ')}; got "${phase}"`,
  })
}

function readGas(input: CommandInput): { gasLimit?: bigint } {
  const gas = textOption(input, 'gas')
  if (gas === undefined) return {}
  if (/^[1-9]\d{0,18}$/.test(gas)) return { gasLimit: BigInt(gas) }
  throw new RegenError(INPUT_INVALID, {
    what: '--gas',
    issues: `✖ expected a whole number above zero; got "${gas}"`,
  })
}
