/** The text of an answer, or null when it is longer than `limit` bytes: it is then not read to its end. */
export async function readBody({ body }: Response, limit: number): Promise<string | null> {
  const reader = body?.getReader()
  // One buffer that doubles: an answer in pieces of one byte costs no more than one in a piece.
  let bytes = new Uint8Array(65_536)
  let size = 0
  for (;;) {
    const { value } = (await reader?.read()) ?? {}
    if (!value) return new TextDecoder().decode(bytes.subarray(0, size))
    if (size + value.length > limit) return null
    if (size + value.length > bytes.length) {
      const larger = new Uint8Array(2 * (size + value.length))
      larger.set(bytes.subarray(0, size))
      bytes = larger
    }
    bytes.set(value, size)
    size += value.length
  }
}
