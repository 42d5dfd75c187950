/** Sends a text as it is, and gives the answer's status and text. */
export async function post(url: string, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return { status: response.status, text: await response.text() }
}

/** The answer to one JSON-RPC call. */
export async function call(
  url: string,
  method: string,
  params: object,
): Promise<{ result?: unknown; error?: { code: number; message: string; data?: string } }> {
  const { text } = await post(url, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))
  return JSON.parse(text)
}

/** The response of one abci_query. `data` is base64, as in the recordings. */
export async function abciQuery(
  url: string,
  path: string,
  data: string,
  height: string,
): Promise<Record<string, unknown>> {
  const hex = Buffer.from(data, 'base64').toString('hex')
  const { result, error } = await call(url, 'abci_query', { path, data: hex, height, prove: false })
  if (error) throw new Error(`${error.message}: ${error.data}`)
  return (result as { response: Record<string, unknown> }).response
}
