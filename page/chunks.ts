import { fileURLToPath } from 'node:url'
import { loadedAtOnce } from '../scripts/build/loadedAtOnce.ts'

/**
 * Which file of the page a module stands in: the first group that takes it, in this order. What is loaded together stands together: what opens the page, in
 * one file; what connects a wallet; what signs and sends; CosmJS; what several views show. A view has a file of its own, which is loaded when it is opened.
 */

const from = (...files: readonly string[]) =>
  loadedAtOnce(files.map(file => fileURLToPath(new URL(file, import.meta.url))))

const VIEWS = from(
  ...['market/MarketView', 'network/NetworkView', 'policy/PolicyView', 'fund/FundView'].map(
    view => `src/${view}.tsx`,
  ),
)
const WALLET = from('../src/wallet/signers/chooseSigner.ts')

/** What views need stays with them. Of the errors, which are one list in several files, they use what they name, and wallets use all. */
const isOfViews = (id: string) => VIEWS.has(id) && !id.includes('/primitives/errorTable/')

type Group = {
  readonly name: string
  readonly test?: (id: string) => boolean
  readonly tags?: ['$initial']
  readonly minShareCount?: number
}

const GROUPS: readonly Group[] = [
  { name: 'index', tags: ['$initial'] },
  { name: 'wallet', test: id => WALLET.has(id) && !isOfViews(id) },
  { name: 'sending', test: id => id.includes('/src/') && !id.includes('/page/') && !isOfViews(id) },
  { name: 'cosmjs', test: id => /\/node_modules\/(@cosmjs|@noble\/curves)\//.test(id) },
  { name: 'views', test: isOfViews, minShareCount: 2 },
]

export const CHUNKS = GROUPS.map((group, index) => ({ ...group, priority: GROUPS.length - index }))
