import { fileURLToPath } from 'node:url'
import { built } from './bench/built.ts'
import { firstScripts } from './bench/firstScripts.ts'

/** What a page loads before a preview on a live node is drawn, as Vite would split it, against its budget: minified and gzipped, in bytes. */

const file = (name: string) => JSON.stringify(fileURLToPath(built(name)))

const PAGES = [
  {
    name: 'a live preview of a purchase: connectRegen, and what it loads for one',
    program: `import { connectRegen } from ${file('client.js')}
      console.log(connectRegen)`,
    limit: 60_000,
  },
  {
    name: 'a page with connectRegen, builders and sentences',
    program: `import { connectRegen } from ${file('client.js')}
      import { formatRegen, marketplace, warningSentence } from ${file('index.js')}
      console.log(connectRegen, formatRegen, marketplace, warningSentence)`,
    limit: 62_500,
  },
]

for (const { name, program, limit } of PAGES) {
  const { size } = await firstScripts(program, ['marketplace.js'])
  console.log(`${name}: ${size} bytes of ${limit}`)
  if (size > limit) process.exitCode = 1
}
