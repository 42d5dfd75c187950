import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { oneScript } from './oneScript.ts'

const file = (name: string) => fileURLToPath(new URL(`./src/workers/${name}`, import.meta.url))

const PREFIX = '\0worker:'

/**
 * `import script from 'worker:firstWorkers#x'`: an address to start that worker from. Workers stand in two files, gzipped, so that what they share is there once and
 * who previews does not wait for what talks to nodes; the page knows the hash of each, and starts what it has checked.
 */
export const workers = (plugins: readonly Plugin[]): Plugin => {
  const packed = new Map<string, Promise<Uint8Array>>()
  const written = new Map<string, string>()
  return {
    name: 'workers',
    enforce: 'pre',
    resolveId: named,
    async load(id) {
      if (!id.startsWith(PREFIX)) return null
      const [script = '', worker = ''] = id.slice(PREFIX.length).split('#')
      const packing =
        packed.get(script) ??
        oneScript(file(`${script}.ts`), plugins).then(code => gzipSync(code, { level: 9 }))
      packed.set(script, packing)
      const source = await packing
      // Not called .gz: hosts that unpack such files on the way would break its hash.
      const name = written.get(script) ?? this.emitFile({ type: 'asset', name: `${script}.bin`, source })
      written.set(script, name)
      const hash = `sha384-${createHash('sha384').update(source).digest('base64')}`
      return `import { sealedScript } from ${JSON.stringify(file('sealedScript.ts'))}
export default async () => await sealedScript(import.meta.ROLLUP_FILE_URL_${name}, '${hash}') + '#${worker}'`
    },
  }
}

/** The same for the one script that holds everything: it is its own worker. */
export const ownWorkers: Plugin = {
  name: 'own workers',
  enforce: 'pre',
  resolveId: named,
  load: id =>
    id.startsWith(PREFIX)
      ? `import { ownScript } from ${JSON.stringify(file('ownScript.ts'))}
export default async () => ownScript() + '#${id.split('#')[1]}'`
      : null,
}

/** 'worker:laterWorkers#fundWorker', the worker fundWorker of that script. */
function named(id: string): string | null {
  return id.startsWith('worker:') ? `${PREFIX}${id.slice('worker:'.length)}` : null
}
