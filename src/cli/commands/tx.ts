import { toJson } from '../../primitives/canonical.ts'
import { txHash } from '../../primitives/txHash.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { readTxInput } from '../input/readTxInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, nodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { bytesAsText } from '../render/bytesAsText.ts'
import { describeTx } from '../tx/describeTx.ts'
import { lookUpTx } from '../tx/lookUpTx.ts'

export const tx: Command = {
  description:
    'Shows the messages of a transaction in words, its fee, memo and signers. With a node it is looked for by its hash, previewed on the state ' +
    'before its block, and the preview is compared with what happened, line by line. For old transactions that takes a node that keeps old states.',
  arguments: [
    {
      name: '[transaction]',
      summary: 'a hash (needs --rpc), or a signed transaction in base64 or hexadecimal; "-": standard input',
    },
  ],
  options: [...NODE_OPTIONS, JSON_OPTION],
  examples: [
    'regen-fees tx CC4BE4294CD7B768AC925ADB26141BEF4000CFD7D5D6EA8D7DCD86FE7EE5D120 --rpc http://localhost:26657',
    'regen-fees tx - < signed.base64',
  ],
  async run(input, io) {
    const urls = nodeUrls(input, io)
    if (urls.length === 0 && chainOption(input).chainId !== undefined)
      throw optionError('--chain', 'it needs --rpc beside it')
    const named = await readTxInput(input.args[0], io)
    const { decodeTx } = await import('../../wire/decodeTx.ts')
    const { renderTx } = await import('../tx/renderTx.ts')
    if (urls.length === 0) {
      if ('hash' in named) throw needsNode()
      const described = describeTx(txHash(named.bytes), decodeTx(named.bytes))
      return answerOf('tx', described, { json, text: (tx, page) => renderTx(tx, null, page) })
    }
    const { bytes, seen } = await withNode(
      urls,
      connectionOptions(input),
      'Reading the transaction',
      io,
      rpc => lookUpTx(rpc, named, { ...chainOption(input), signal: io.signal }),
    )
    const described = describeTx(txHash(bytes), decodeTx(bytes))
    return answerOf(
      'tx',
      { described, seen },
      {
        json: ({ described, seen }) => json({ ...described, ...seen }),
        text: ({ described, seen }, page) => renderTx(described, seen, page),
        exitCode: seen.past !== null && 'notRead' in seen.past ? 2 : 0,
      },
    )
  },
}

const json = (value: object): object => toJson(bytesAsText(value)) as object

const needsNode = () =>
  optionError('transaction', 'a hash alone says nothing: name a node with --rpc, or pass the signed bytes')
