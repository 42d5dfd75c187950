/** The text of an answer, or null when it is longer than `limit` bytes: it is then not read to its end. */
export async function readBody({ body }: Response, limit: number): Promise<string | null> {
  const reader = body?.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { value } = (await reader?.read()) ?? {}
    if (!value) return new Blob(chunks).text()
    chunks.push(value)
    size += value.length
    if (size > limit) return null
  }
}
