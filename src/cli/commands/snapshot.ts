import { snapshotJson } from '../../preview/snapshot.ts'
import { type Command, POLICY_OPTION, schemaOf, textOption } from '../command.ts'
import { messagesIn } from '../input/messagesIn.ts'
import { readJsonOrStdin, readPolicy, requirePath, wholeOption } from '../input/readInput.ts'
import { printableJson } from '../io/printable.ts'
import { DENOMS_OPTION, withDenoms } from '../options/denomsOption.ts'
import { accountsOption } from '../options/filterOptions.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { counted } from '../render/text.ts'

export const snapshot: Command = {
  description:
    'Reads what a preview of the messages needs, or without messages everything but balances, at one height of a node, and prints it as JSON. ' +
    'Preview with it, later and offline, by --snapshot.',
  arguments: [{ name: '[messages.json]', summary: 'a list of messages; "-": standard input' }],
  options: [
    ...NODE_OPTIONS,
    {
      flags: '--height <height>',
      summary: 'a height of the past that the node still has; default: the newest',
    },
    {
      flags: '--account <address>',
      summary: 'read all coins and credits of this account as well',
      repeatable: true,
    },
    DENOMS_OPTION,
    POLICY_OPTION,
    { flags: '--output <file>', summary: 'write to a file, whole or not at all, instead of standard output' },
    { flags: '--json', summary: 'what it prints is JSON with or without this' },
  ],
  examples: [
    'regen-fees snapshot examples/purchase.json --rpc http://localhost:26657 > snapshot.json',
    'regen-fees snapshot --rpc http://localhost:26657 --output everything.json',
  ],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const output = textOption(input, 'output')
    if (output !== undefined) requirePath(output)
    const [file] = input.args
    const given =
      file === undefined
        ? null
        : messagesIn(await readJsonOrStdin(file, 'messages', io, 'examples/purchase.json'))
    const accounts = accountsOption(input)
    const policy = await readPolicy(input, io)
    const { takeSnapshot } = await import('../../snapshot/takeSnapshot.ts')
    const { unpackMessages } = await import('../../wire/unpackMessages.ts')
    const { snapshot, stats } = await withNode(
      urls,
      connectionOptions(input),
      'Reading a snapshot',
      io,
      async rpc => {
        const taken = await takeSnapshot(rpc, given === null ? 'everything' : unpackMessages(given), {
          ...chainOption(input),
          ...wholeOption(input, 'height', 'height'),
          accounts,
          policy,
          signal: io.signal,
        })
        return { ...taken, snapshot: await withDenoms(taken.snapshot, rpc, input, io) }
      },
    )
    const json = () => snapshotJson(snapshot) as object
    if (output === undefined) return { form: 'snapshot', json, text: null }
    await io.writeFile(output, `${printableJson({ schema: schemaOf('snapshot'), ...json() })}\n`)
    const { chainId, height } = snapshot
    io.err(
      `${output}: ${chainId} at height ${height}, ${counted(stats.queries, 'call')} in ${counted(stats.requests, 'request')}.`,
    )
    return null
  },
}
