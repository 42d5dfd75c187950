import { type Catalog, catalogOf, type MessagePackage } from './catalogOf.ts'
import { isPlainMessage } from './message.ts'

/** The packages that most previews are of. Their messages hold no others: to read and run one, nothing of another package is needed. */
const PACKAGES: { readonly [protoPackage: string]: () => Promise<MessagePackage> } = {
  'regen.ecocredit.marketplace.v1': () => import('./marketplace/index.ts'),
  'regen.ecocredit.v1': () => import('./ecocredit/index.ts'),
}

/**
 * Loads the message types that these messages need, so that a page which previews a purchase carries no governance.
 *
 *     plain messages, all of types that their packages above have   those packages
 *     anything else                                                 every message there is
 *
 * Anything else is a message that may hold others, one of a rarer package, a misspelt or unknown one, and the forms of other programs.
 * So whatever is given, a preview says the same as with every message loaded.
 */
export async function loadCatalog(given: unknown): Promise<Catalog> {
  const typeUrls = Array.isArray(given) ? given.map(item => (isPlainMessage(item) ? item.typeUrl : '')) : ['']
  const needed = [...new Set(typeUrls.map(packageOf))].map(name =>
    Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined,
  )
  const loads = needed.filter(load => load !== undefined)
  if (loads.length === needed.length) {
    const catalog = catalogOf(await Promise.all(loads.map(load => load())))
    if (typeUrls.every(catalog.typeOf)) return catalog
  }
  return (await import('./catalog.ts')).WHOLE_CATALOG
}

/** '/regen.ecocredit.v1.MsgSend' → 'regen.ecocredit.v1' */
const packageOf = (typeUrl: string): string => typeUrl.slice(1).replace(/\.[^.]*$/, '')
