type Call = { readonly id: number; readonly method: string; readonly params: Params }
type Params = {
  readonly path?: string
  readonly data?: string
  readonly height?: string
  readonly page?: string
}
type Entry = { readonly id: unknown; readonly result?: unknown; readonly error?: unknown }

/** Changes one call before it is sent, or its answer; what gives nothing changes nothing. */
export type Alteration = {
  readonly call?: (method: string, params: Params) => Params | undefined
  readonly answer?: (method: string, params: Params, result: unknown) => object | undefined
}

/** The platform's, also while a test has put another in its place. */
const { fetch: platformFetch } = globalThis

/** A fetch through a node that is altered: for what the recorded node never does by itself. */
export const through =
  ({ call = () => undefined, answer = () => undefined }: Alteration): typeof fetch =>
  async (input, init) => {
    const calls: readonly Call[] = [JSON.parse(String(init?.body))].flat()
    const asked = calls.map(each => ({ ...each, params: call(each.method, each.params) ?? each.params }))
    const body = JSON.stringify(asked.length > 1 ? asked : asked[0])
    const response = await platformFetch(input, { ...init, body })
    const entries: readonly Entry[] = [await response.json()].flat()
    const changed = entries.map(entry => {
      const made = calls.find(({ id }) => id === entry.id)
      const other = made && answer(made.method, made.params, entry.result)
      return other ? { jsonrpc: '2.0', id: entry.id, ...other } : entry
    })
    return new Response(JSON.stringify(changed), response)
  }

/** The answer of the application to an abci_query: a refusal, or, with code 0, nothing. */
export const refused = (code: number, codespace: string, log: string, height = '680') => ({
  result: { response: { code, codespace, log, height, value: null } },
})
