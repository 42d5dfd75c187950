import type { Plugin } from 'vite'
import { literal } from './literal.ts'
import { MARKET_METHODS } from './src/market/readMarket.ts'
import { wantedIn } from './src/market/wanted.ts'

const NAME = 'virtual:first-market'

/** The first class of the bundled market, and the first purchase from it, made when the page is built: the page shows them without waiting for a worker. */
export const firstMarket: Plugin = {
  name: 'first market',
  resolveId: id => (id === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null
    const tools = { signal: new AbortController().signal, progress: () => undefined }
    const reading = { source: { kind: 'bundled' }, number: 0 } as const
    const wanted = wantedIn({})
    const market = await MARKET_METHODS.show(tools, reading, undefined)
    const fill = await MARKET_METHODS.fill(tools, reading, undefined, wanted)
    return `export const firstMarket = ${literal({ market, wanted, fill })}`
  },
}
