import { fileURLToPath } from 'node:url'
import { built } from './bench/built.ts'

const file = (name: string) => JSON.stringify(fileURLToPath(built(name)))

/** What a page loads before a preview on a live node is drawn, as Vite would split it, with its budget: minified and gzipped, in bytes. */
export const LIVE_PAGES = [
  {
    name: 'a live preview of a purchase: connectRegen, and what it loads for one',
    program: () => `import { connectRegen } from ${file('client.js')}
      console.log(connectRegen)`,
    limit: 60_000,
  },
  {
    name: 'a page with connectRegen, builders and sentences',
    program: () => `import { connectRegen } from ${file('client.js')}
      import { formatRegen, marketplace, warningSentence } from ${file('index.js')}
      console.log(connectRegen, formatRegen, marketplace, warningSentence)`,
    limit: 62_500,
  },
]

/** What each of them loads now, in bytes. */
export async function liveSizes(): Promise<readonly { readonly name: string; readonly size: number }[]> {
  // Vite is loaded when something is measured: budgets are read without it.
  const { firstScripts } = await import('./bench/firstScripts.ts')
  const sizes = []
  for (const { name, program } of LIVE_PAGES)
    sizes.push({ name, size: (await firstScripts(program(), ['marketplace.js'])).size })
  return sizes
}
