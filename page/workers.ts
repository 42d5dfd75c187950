import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { oneScript } from './oneScript.ts'

const file = (name: string) => fileURLToPath(new URL(`./src/workers/${name}`, import.meta.url))

const PREFIX = '\0worker:'

/**
 * `import script from 'worker:./x.ts'`: an address to start that worker from. All workers are one file, gzipped, so that what they share is there once; the page
 * knows its hash, and starts what it has checked.
 */
export const workers = (plugins: readonly Plugin[]): Plugin => {
  let packed: Promise<Uint8Array> | undefined
  let written: string | undefined
  return {
    name: 'workers',
    enforce: 'pre',
    resolveId: named,
    async load(id) {
      if (!id.startsWith(PREFIX)) return null
      packed ??= oneScript(file('everyWorker.ts'), plugins).then(code => gzipSync(code, { level: 9 }))
      const source = await packed
      // Not called .gz: hosts that unpack such files on the way would break its hash.
      written ??= this.emitFile({ type: 'asset', name: 'workers.bin', source })
      const hash = `sha384-${createHash('sha384').update(source).digest('base64')}`
      return `import { sealedScript } from '${file('sealedScript.ts')}'
export default async () => await sealedScript(import.meta.ROLLUP_FILE_URL_${written}, '${hash}') + '#${id.slice(PREFIX.length)}'`
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
      ? `import { ownScript } from '${file('ownScript.ts')}'
export default async () => ownScript() + '#${id.slice(PREFIX.length)}'`
      : null,
}

/** 'worker:../workers/fundWorker.ts' by its name, fundWorker. */
function named(id: string): string | null {
  return id.startsWith('worker:') ? `${PREFIX}${/(\w+)\.ts$/.exec(id)?.[1]}` : null
}
