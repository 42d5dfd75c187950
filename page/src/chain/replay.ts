import { abciParams, abciReader } from '../../../src/node/rpc/abciQuery.ts'
import type { Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { fromBase64 } from '../../../src/primitives/base64.ts'

/** What a node was asked and what it answered, as its JSON has it. */
export type Answers = { readonly [question: string]: unknown }

type Asked = Pick<Rpc, 'call' | 'abciQuery' | 'stats'>

const nameOf = (method: string, params: object): string => `${method} ${JSON.stringify(params)}`

/** Asks by one function, queries of the application too: a refusal among their answers is read as one. */
const askedBy = (call: Asked['call'], stats: Asked['stats']): Asked => ({
  call,
  stats,
  abciQuery: async query =>
    abciReader(query)(await call('abci_query', abciParams(query), query.signal), {
      href: '',
      origin: 'bundled data',
      headers: {},
      redact: text => text,
    }),
})

/** Asks a node, and keeps what it answers. */
export function keepAnswers(rpc: Asked): { readonly rpc: Asked; readonly answers: Answers } {
  const answers: { [question: string]: unknown } = {}
  const call: Asked['call'] = async (method, params, signal) => {
    const result = await rpc.call(method, params, signal)
    answers[nameOf(method, params)] = result
    return result
  }
  return { answers, rpc: askedBy(call, rpc.stats) }
}

/** Answers as they are bundled: JSON, gzipped, in base64. */
export async function unpack(packed: string): Promise<Answers> {
  const bytes = new Blob([fromBase64(packed) as Uint8Array<ArrayBuffer>])
  return (await new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).json()) as Answers
}

/** Answers what was kept; another question is an error. */
export const replay = (answers: Answers): Asked =>
  askedBy(
    async (method, params) => {
      const question = nameOf(method, params)
      if (Object.hasOwn(answers, question)) return answers[question]
      throw Object.assign(new Error('The bundled data has no answer to that. Choose a node, which has.'), {
        code: 'INPUT_INVALID',
      })
    },
    () => ({ httpRequests: 0, calls: 0, retries: 0, failovers: 0 }),
  )
