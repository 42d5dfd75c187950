import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { packageFile } from './packageFolder.ts'

/** A file that comes with the package. `brotli` is its compressed form, where that is what is stored. */
export type BundledFile = { readonly brotli: Buffer | null; readonly bytes: () => Buffer }

/** Files by their names in a folder, with "/" between folders. */
export type BundledFiles = ReadonlyMap<string, BundledFile>

/** The one file of the installed package that holds the examples, the page and the recorded chain: `scripts/packFiles.ts` writes it. */
export const PACKED_FILES = 'dist/packed-files.bin'

/** What it holds, once it was read. */
const PACKED: { files?: BundledFiles } = {}

/** The files of a folder of the package: in a clone the folder itself, in the installed package what is packed of it. */
export function bundledFiles(folder: 'examples' | 'page/dist' | 'test/recordings'): BundledFiles {
  if (existsSync(packageFile('src'))) return filesOf(packageFile(folder))
  PACKED.files ??= unpackFiles(readFileSync(packageFile(PACKED_FILES)))
  return new Map(
    [...PACKED.files].flatMap(([name, file]) =>
      name.startsWith(`${folder}/`) ? [[name.slice(folder.length + 1), file] as const] : [],
    ),
  )
}

/** The files that stand in a folder and in those below it; none where there is no such folder. */
export function filesOf(folder: string): BundledFiles {
  if (!existsSync(folder)) return new Map()
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map(file => [
        relative(folder, file).split(sep).join('/'),
        { brotli: null, bytes: () => readFileSync(file) },
      ]),
  )
}

/**
 * Files packed into one. Its first line is JSON, the name and the length of each in order; then come the files themselves in that order,
 * each compressed by brotli, so that one is read without the others and the page is sent as it is stored.
 */
export function unpackFiles(packed: Buffer): BundledFiles {
  const end = packed.indexOf('\n')
  const list = JSON.parse(packed.toString('utf8', 0, end)) as readonly (readonly [string, number])[]
  let start = end + 1
  return new Map(
    list.map(([name, length]) => {
      const brotli = packed.subarray(start, start + length)
      start += length
      return [name, { brotli, bytes: () => unpacked(brotli) }]
    }),
  )
}

/** Node loads zlib only where something is unpacked: a start of the command line reads this file. */
const unpacked = (brotli: Buffer): Buffer =>
  process.getBuiltinModule('node:zlib').brotliDecompressSync(brotli)

/**
 * The example that help and documents call by a path such as `examples/mixed.json`, where the working folder has no such file: so each line of them
 * works from any folder.
 */
export function missingExample(path: string): BundledFile | undefined {
  const [, name] = /^examples\/(.+)$/.exec(posix.normalize(path.replaceAll('\\', '/'))) ?? []
  return name === undefined || existsSync(path) ? undefined : bundledFiles('examples').get(name)
}

/** The paths of examples whose own name a path has in a wrong folder: 'purchase.json' is meant to be 'examples/purchase.json'. */
export function examplesCalled(path: string): readonly string[] {
  const called = posix.basename(path.replaceAll('\\', '/'))
  return [...bundledFiles('examples').keys()]
    .filter(name => posix.basename(name) === called)
    .map(name => `examples/${name}`)
}

/** The message where the packaged example is read instead of a file. */
export const insteadSentence = (path: string): string =>
  `${path} is not in this folder: the example of that name is read, which comes with the package.`
