import { toJson } from '../../primitives/canonical.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { txHash } from '../../primitives/txHash.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { CHAIN_OPTION, chainOption, nodeUrls, RPC_OPTION } from '../io/nodeOptions.ts'
import { readTxInput } from '../io/readTxInput.ts'
import { withNode } from '../io/withNode.ts'
import { printable } from '../render/printable.ts'
import { readable } from '../render/text.ts'

export const tx: Command = {
  name: 'tx',
  summary: 'what a transaction says, and with a node, whether it did what a preview says',
  description:
    'Shows the messages of a transaction in words, its fee, memo and signers. With a node it is looked for by its hash, previewed on the state ' +
    'before its block, and the preview is compared with what happened, line by line. For old transactions that takes a node that keeps old states.',
  arguments: [
    {
      name: '[transaction]',
      summary: 'a hash (needs --rpc), or a signed transaction in base64 or hexadecimal; "-": standard input',
    },
  ],
  options: [RPC_OPTION, CHAIN_OPTION, JSON_OPTION],
  examples: [
    'regen-fees tx 9F2A5C0E7B6D4B3A8F1E2D3C4B5A69788796A5B4C3D2E1F00112233445566778 --rpc https://regen-rpc.publicnode.com',
    'regen-fees tx - < signed.base64',
  ],
  async run(input, io) {
    const named = await readTxInput(input.args[0], io)
    const urls = nodeUrls(input, io)
    const { describeTx } = await import('./describeTx.ts')
    const { decodeTx } = await import('../../wire/decodeTx.ts')
    const { renderTx } = await import('../render/renderTx.ts')
    if (urls.length === 0) {
      if ('hash' in named) throw needsNode()
      if (chainOption(input).chainId !== undefined)
        throw new RegenError(INPUT_INVALID, { what: '--chain', issues: '✖ it needs --rpc beside it' })
      const described = describeTx(txHash(named.bytes), decodeTx(named.bytes))
      io.out(input.options['json'] ? json(described) : readable(renderTx(described, null, io.colors)))
      return 0
    }
    const { seeTx } = await import('./seeTx.ts')
    const { bytes, seen } = await withNode(urls, 'Reading the transaction', io, rpc =>
      seeTx(rpc, named, { ...chainOption(input), signal: io.signal }),
    )
    const described = describeTx(txHash(bytes), decodeTx(bytes))
    io.out(
      input.options['json']
        ? json({ ...described, ...seen })
        : readable(renderTx(described, seen, io.colors)),
    )
    return seen.past !== null && 'notRead' in seen.past ? 2 : 0
  },
}

const json = (value: unknown): string => JSON.stringify(toJson(printable(value)), null, 2)

const needsNode = () =>
  new RegenError(INPUT_INVALID, {
    what: 'transaction',
    issues: '✖ a hash alone says nothing: name a node with --rpc, or pass the signed bytes',
  })
