import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { oneScript } from './oneScript.ts'

const file = (name: string) => fileURLToPath(new URL(`./src/workers/${name}`, import.meta.url))

const PREFIX = '\0worker:'

/** `import script from 'worker:./x.ts'`: the worker and all that it imports as one file. The page knows its hash, and starts it once that was checked. */
export const workers = (plugins: readonly Plugin[]): Plugin => ({
  name: 'workers',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.startsWith('worker:')) return null
    const found = await this.resolve(id.slice('worker:'.length), importer)
    return found === null ? null : `${PREFIX}${found.id}`
  },
  async load(id) {
    if (!id.startsWith(PREFIX)) return null
    const entry = id.slice(PREFIX.length)
    const source = await oneScript(entry, plugins)
    const written = this.emitFile({ type: 'asset', name: `${nameOf(entry)}.js`, source })
    const hash = `sha384-${createHash('sha384').update(source).digest('base64')}`
    return `import { sealedScript } from '${file('sealedScript.ts')}'
export default () => sealedScript(import.meta.ROLLUP_FILE_URL_${written}, '${hash}')`
  },
})

/** The same for the one script that holds everything: it is its own worker, told by the address which one. */
export const ownWorkers: Plugin = {
  name: 'own workers',
  enforce: 'pre',
  resolveId: id => (id.startsWith('worker:') ? `${PREFIX}${nameOf(id)}` : null),
  load: id =>
    id.startsWith(PREFIX)
      ? `import { ownScript } from '${file('ownScript.ts')}'
export default async () => ownScript() + '#${id.slice(PREFIX.length)}'`
      : null,
}

const nameOf = (path: string): string => /(\w+)\.ts$/.exec(path)?.[1] ?? path
