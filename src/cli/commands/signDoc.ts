import { denomsOf } from '../../preview/words/denomNames.ts'
import { toJson } from '../../primitives/canonical.ts'
import {
  type Answer,
  type Command,
  type CommandInput,
  type CommandOption,
  type Io,
  JSON_OPTION,
  textOption,
} from '../command.ts'
import { chooseLedger, SNAPSHOT_OPTION } from '../input/chooseLedger.ts'
import { requirePath } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { fileError, optionError } from '../io/inputError.ts'
import { chainOption, NODE_OPTIONS, nodeUrls } from '../options/nodeOptions.ts'
import { bytesAsText } from '../render/bytesAsText.ts'
import { renderSignRequest } from '../render/renderSignRequest.ts'

/** Unlike other commands this one takes no example by default, which has nothing to do with the request. */
const OWN_SNAPSHOT_OPTION: CommandOption = {
  ...SNAPSHOT_OPTION,
  summary:
    'the ledger at one height (JSON); default: a node if one is named, else none, and no fees and balances are shown',
}

export const signDoc: Command = {
  description:
    'Reads a document to sign, direct or amino JSON, as wallets and WalletConnect pass it, and shows its messages in words, who signs, who pays, and ' +
    'what is wrong with it. With a node or a snapshot also its fees and each balance before and after. Exit code 1 when it should not be signed.',
  arguments: [
    {
      name: '[document]',
      summary: 'a file with JSON, or with the bytes in base64 or hexadecimal; "-": standard input',
    },
  ],
  options: [OWN_SNAPSHOT_OPTION, ...NODE_OPTIONS, JSON_OPTION],
  examples: [
    'regen-fees sign-doc examples/sign-request.json',
    'regen-fees sign-doc - --rpc https://regen-rpc.publicnode.com < request.json',
  ],
  async run(input, io) {
    const given = await readDocument(input.args[0], io)
    const { previewSignRequest, parseSignRequest } = await import('../../wallet/index.ts')
    const request = parseSignRequest(given, chainOption(input))
    const answer = (
      shown: Parameters<typeof renderSignRequest>[0],
      denoms: Parameters<typeof renderSignRequest>[1],
      note: readonly string[],
    ): Answer =>
      answerOf('sign-doc', shown, {
        json: shown => toJson(bytesAsText(shown)) as object,
        text: (shown, page) => [...renderSignRequest(shown, denoms, page), ...note],
        exitCode: shown.action === 'block' ? 1 : 0,
      })
    if (request.kind !== 'transaction' || !namesLedger(input, io)) return answer(request, [], [])
    const { ledger, note } = await chooseLedger(input, io, async rpc => {
      const { takeSnapshot } = await import('../../snapshot/takeSnapshot.ts')
      const { messages, fee, feePayer, signers } = request
      const options = {
        ...chainOption(input),
        gasLimit: fee.gasLimit,
        ...(feePayer !== null && { feePayer }),
        accounts: signers,
        signal: io.signal,
      }
      return (await takeSnapshot(rpc, messages, options)).snapshot
    })
    return answer(previewSignRequest(request, ledger), denomsOf(ledger), ['', note])
  },
}

const namesLedger = (input: CommandInput, io: Io): boolean =>
  textOption(input, 'snapshot') !== undefined || nodeUrls(input, io).length > 0

async function readDocument(file: string | undefined, io: Io): Promise<string> {
  const text =
    file === undefined || file === '-' ? await io.readStdin() : await io.readFile(requirePath(file))
  const way = 'name a file, such as examples/sign-request.json, or pass the document on standard input'
  if (text === null) throw optionError('document', way)
  const document = text.replace(/^\uFEFF/, '')
  if (document.trim() === '')
    throw file === undefined || file === '-'
      ? optionError('standard input', `it is empty: ${way}`)
      : fileError(file, 'it is empty')
  if (holdsMessages(document))
    throw optionError(
      'document',
      'these are messages, and no document to sign: "regen-fees preview" says what they cost',
    )
  return document
}

/** Messages as `regen-fees preview` takes them: a list, or what has one beside no document. */
function holdsMessages(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text)
    if (Array.isArray(json)) return json.some(one => 'typeUrl' in Object(one) || '@type' in Object(one))
    const { messages, body, ...more } = Object(json) as {
      readonly messages?: unknown
      readonly body?: unknown
    }
    if (['params', 'signDoc', 'bodyBytes', 'body_bytes', 'msgs'].some(field => field in more)) return false
    return Array.isArray(messages) || Array.isArray(Object(body).messages)
  } catch {
    return false
  }
}
