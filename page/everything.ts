import { writeFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { oneScript } from './oneScript.ts'
import { ownWorkers } from './workers.ts'

/**
 * For who opens the page as a file: browsers load no modules, and start no workers, from a folder. Everything in one plain script, which makes its workers
 * of its own text; `folder.js` loads it there, and nowhere else.
 */
export const everything = (entry: string, plugins: readonly Plugin[]): Plugin => ({
  name: 'everything in one script',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const code = await oneScript(entry, [ownWorkers, ...plugins])
    writeFileSync(`${dir}/everything.js`, `(function everything(){self.everything=everything;${code}})()\n`)
  },
})
