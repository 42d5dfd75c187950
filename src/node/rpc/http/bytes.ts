/** Bytes as lower-case hexadecimal text: the form of abci_query's `data`. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => (byte + 256).toString(16).slice(1)).join('')
