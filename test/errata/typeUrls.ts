import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The request types of every Msg service in our wire definitions of Regen’s marketplace and credits. */
export function regenTypeUrls(): readonly string[] {
  return ['ecocredit/v1', 'ecocredit/marketplace/v1', 'ecocredit/basket/v1'].flatMap(folder => {
    const file = fileURLToPath(new URL(`../../proto/regen/${folder}/tx.proto`, import.meta.url))
    return [...readFileSync(file, 'utf8').matchAll(/^message (Msg\w+)/gm)].map(
      ([, name = '']) => `/regen.${folder.replaceAll('/', '.')}.${name}`,
    )
  })
}
