import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filesOf, PACKED_FILES } from '../src/bundled/bundledFiles.ts'
import { packFiles } from './build/packFiles.ts'

/**
 * The last step of a build: the examples, the page and the recorded chain into one file of dist/, which the command line and `regen-fees/testing`
 * read. As files of their own they would be a third of the package's.
 */

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** Examples for a clone, which need its packages or its scripts. */
const IN_A_CLONE = /^(front-ends|simulation\/on-machines)\//

/** Of what was recorded of a chain, what answers of the recorded node are made from. */
const RECORDED = ['network.json', 'txs.jsonl', 'queries.jsonl', 'rpc.jsonl']

const isPacked: { readonly [folder: string]: (name: string) => boolean } = {
  examples: name => !IN_A_CLONE.test(name),
  'page/dist': () => true,
  'test/recordings': name => RECORDED.includes(name),
}

const files = new Map(
  Object.entries(isPacked).flatMap(([folder, isWanted]) =>
    [...filesOf(path(folder))]
      .filter(([name]) => isWanted(name))
      .map(([name, file]) => [`${folder}/${name}`, file.bytes()] as const),
  ),
)
if (!files.has('page/dist/index.html')) throw new Error('There is no page to pack: run "npm run page" first')
const packed = packFiles(files)
writeFileSync(path(PACKED_FILES), packed)
console.log(`packed: ${files.size} files in one, ${Math.round(packed.length / 1000)} kB`)
