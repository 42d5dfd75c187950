import { createRequire } from 'node:module'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { describe } from '../../src/wallet/sentences.ts'
import { toHex } from '../wire/recordings.ts'

type Codec = {
  readonly decode: (bytes: Uint8Array) => object
  readonly encode: (value: object) => { readonly finish: () => Uint8Array }
}

const require = createRequire(import.meta.url)
const codecs = new Map<string, Codec | null>()

/** Somebody else's codec of a message of Regen, that of @regen-network/api; null where it has none. */
function codecOf(typeUrl: string): Codec | null {
  const known = codecs.get(typeUrl)
  if (known !== undefined) return known
  const [, file = '', name = ''] = /^\/(regen[\w.]+)\.(\w+)$/.exec(typeUrl) ?? []
  let codec: Codec | null = null
  try {
    const module = require(`@regen-network/api/${file.replaceAll('.', '/')}/tx.js`) as Record<string, Codec>
    codec = module[name] ?? null
  } catch {
    // It has no such file.
  }
  codecs.set(typeUrl, codec)
  return codec
}

/**
 * The sentence that follows from a message as another library decodes it; null where that library does not know the type, or does not
 * know it whole: it then encodes other bytes.
 */
export function sentenceByOthers(typeUrl: string, bytes: Uint8Array): string | null {
  const codec = codecOf(typeUrl)
  if (codec === null) return null
  const value = codec.decode(bytes)
  if (!isWhole(codec, value, bytes)) return null
  return describe(parseMessages([{ typeUrl, value }])).sentences[0]?.sentence ?? null
}

/** It opens what is packed inside, and cannot always close it again. */
function isWhole({ encode }: Codec, value: object, bytes: Uint8Array): boolean {
  try {
    return toHex(encode(value).finish()) === toHex(bytes)
  } catch {
    return false
  }
}
