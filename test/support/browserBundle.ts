import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export type BrowserBundle = {
  /** Minified and gzipped. */
  readonly size: number
  readonly packages: readonly string[]
  /** The files of src with code in it. */
  readonly files: readonly string[]
}

/** What a bundler makes of a program for a browser. */
export async function browserBundle(program: string): Promise<BrowserBundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const packages = Object.keys(metafile.inputs).flatMap(
    file => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.slice(1, 2) ?? [],
  )
  const inputs = Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs))
  const files = inputs.filter(([file, { bytesInOutput }]) => file.startsWith('src/') && bytesInOutput > 0)
  return {
    files: files.map(([file]) => file).sort(),
    size: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length,
    packages: [...new Set(packages)].sort(),
  }
}
