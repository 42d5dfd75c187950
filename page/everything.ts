import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const OWN_TEXT = fileURLToPath(new URL('./src/ownText.ts', import.meta.url))

/**
 * For who opens the page as a file: browsers load no modules, and start no workers, from a folder. Everything in one plain script, which makes its workers
 * of its own text; `public/folder.js` loads it there, and nowhere else.
 */
export const everything = (entry: string, plugins: readonly Plugin[]): Plugin => ({
  name: 'everything in one script',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: [workersByName, ...plugins],
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
      },
    })
    const output = [built].flat().flatMap(made => ('output' in made ? made.output : []))
    const code = output.map(made => (made.type === 'chunk' ? made.code : '')).join('')
    writeFileSync(`${dir}/everything.js`, `(function everything(){self.everything=everything;${code}})()\n`)
  },
})

/** `import address from 'worker:./x.ts'`: the text of the whole script as an address, and which worker it is to be. */
const workersByName: Plugin = {
  name: 'workers by name',
  enforce: 'pre',
  resolveId: id => (id.startsWith('worker:') ? `\0worker:${/(\w+)\.ts$/.exec(id)?.[1]}` : null),
  load: id =>
    id.startsWith('\0worker:')
      ? `import { ownText } from '${OWN_TEXT}'; export default ownText() + '#${id.slice('\0worker:'.length)}'`
      : null,
}
