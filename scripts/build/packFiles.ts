import { brotliCompressSync, constants } from 'node:zlib'

/** The best: a few seconds in all. */
const QUALITY = 11

/** Packs files into one, as `unpackFiles` in src/bundled/bundledFiles.ts reads it. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const packed = [...files].map(
    ([name, bytes]) =>
      [
        name,
        brotliCompressSync(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
      ] as const,
  )
  const list = JSON.stringify(packed.map(([name, { length }]) => [name, length]))
  return Buffer.concat([Buffer.from(`${list}\n`), ...packed.map(([, bytes]) => bytes)])
}
