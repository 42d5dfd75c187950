import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, rolldown } from 'rolldown'

export type Scripts = {
  /** Every file that a bundler makes of a program, by name; `page.js` is the first. */
  readonly files: ReadonlyMap<string, string>
  /** Bytes of those that a page loads before the program has run, minified and gzipped. */
  readonly size: number
}

/**
 * A program as Vite bundles it, with a file of its own for what is imported when it is needed. `also` are files of dist of which it is known
 * that the program needs them at once: they and what they import count.
 */
export async function firstScripts(program: string, also: readonly string[] = []): Promise<Scripts> {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    external: [/^@cosmjs\//, /^@noble\/curves/],
    plugins: [
      {
        name: 'the page',
        resolveId: id => (id === 'page' ? fileURLToPath(new URL('../../page.js', import.meta.url)) : null),
        load: id => (id.endsWith('/page.js') ? program : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true, entryFileNames: 'page.js' })
  const chunks = new Map(
    output.filter((part): part is OutputChunk => part.type === 'chunk').map(chunk => [chunk.fileName, chunk]),
  )
  const isAlso = (chunk: OutputChunk) => also.some(name => chunk.facadeModuleId?.endsWith(`/dist/${name}`))
  const found = [...chunks.values()].filter(isAlso)
  if (found.length !== also.length) throw new Error(`no file of its own for one of ${also.join(', ')}`)
  const first = new Set<string>()
  const load = (name: string) => {
    if (first.has(name)) return
    first.add(name)
    chunks.get(name)?.imports.forEach(load)
  }
  for (const chunk of chunks.values()) if (chunk.isEntry || isAlso(chunk)) load(chunk.fileName)
  const size = [...first].reduce(
    (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length,
    0,
  )
  return { files: new Map([...chunks].map(([name, { code }]) => [name, code])), size }
}
