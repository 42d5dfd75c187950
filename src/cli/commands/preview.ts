import { M013_PHASES, type M013Phase } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { parseMessages } from '../../messages/parseMessages.ts'
import { previewFees } from '../../preview/previewFees.ts'
import { previewJson } from '../../preview/previewJson.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import {
  type Command,
  type CommandInput,
  JSON_OPTION,
  listOption,
  POLICY_OPTION,
  textOption,
} from '../command.ts'
import { chooseLedger, SNAPSHOT_OPTION } from '../io/chooseLedger.ts'
import { EFFECT_OPTIONS, readEffects } from '../io/effectOptions.ts'
import { CHAIN_OPTION, chainOption, RPC_OPTION } from '../io/nodeOptions.ts'
import { readJsonOrStdin, readPairs, readPolicy, readWhole } from '../io/readInput.ts'
import { renderPreview } from '../render/renderPreview.ts'
import { readable } from '../render/text.ts'

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
    SNAPSHOT_OPTION,
    RPC_OPTION,
    CHAIN_OPTION,
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
    ...EFFECT_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees preview examples/mixed.json',
    'regen-fees preview examples/retirement.json --price C01=30000000uregen --json',
    'regen-fees preview examples/mixed.json --supply 224000000 --staked 80000000',
    'regen-fees preview examples/purchase.json --rpc https://regen-rpc.publicnode.com --gas 200000',
  ],
  async run(input, io) {
    const given = parseMessages(await readJsonOrStdin(input.args[0], 'messages', io))
    const { unpackMessages } = await import('../../wire/unpackMessages.ts')
    const messages = unpackMessages(given)
    const assumptions = {
      policy: await readPolicy(input, io),
      prices: readPairs(listOption(input, 'price'), '--price'),
      rates: readPairs(listOption(input, 'rate'), '--rate'),
      phase: readPhase(input),
      ...readWhole(input, 'gas', 'gasLimit'),
      ...readEffects(input),
    }
    const { ledger: snapshot, note } = await chooseLedger(input, io, async rpc => {
      const { takeSnapshot } = await import('../../snapshot/takeSnapshot.ts')
      const options = { ...assumptions, ...chainOption(input), signal: io.signal }
      return (await takeSnapshot(rpc, messages, options)).snapshot
    })
    const result = previewFees({ messages, snapshot, ...assumptions })
    if (input.options['json']) io.out(JSON.stringify(previewJson(result), null, 2))
    else {
      io.out(note)
      io.out(readable(renderPreview(result, snapshot, io.colors)))
    }
    return 0
  },
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
