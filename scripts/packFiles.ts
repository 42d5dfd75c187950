import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filesOf, PACKED_FILES } from '../src/cli/io/bundledFiles.ts'
import { packFiles } from './build/packFiles.ts'

/**
 * The last step of a build: what only the command line reads, the examples and the page, into one file of dist/. As files of their own they
 * would be a third of the package's.
 */

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** Examples for a clone, which need its packages or its scripts. */
const IN_A_CLONE = /^(front-ends|simulation\/on-machines)\//

const files = new Map(
  ['examples', 'page/dist'].flatMap(folder =>
    [...filesOf(path(folder))]
      .filter(([name]) => folder !== 'examples' || !IN_A_CLONE.test(name))
      .map(([name, file]) => [`${folder}/${name}`, file.bytes()] as const),
  ),
)
if (!files.has('page/dist/index.html')) throw new Error('There is no page to pack: run "npm run page" first')
const packed = packFiles(files)
writeFileSync(path(PACKED_FILES), packed)
console.log(`packed: ${files.size} files in one, ${Math.round(packed.length / 1000)} kB`)
