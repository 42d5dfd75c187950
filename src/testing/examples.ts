import { bundledFiles } from '../bundled/bundledFiles.ts'
import { RegenError } from '../primitives/errors.ts'
import { FILE_UNREADABLE } from '../primitives/errorTable.ts'

/**
 * The text of an example that comes with the package, by its name below `examples/`. Throws FILE_UNREADABLE for a name that none of them has.
 *
 * @example
 * JSON.parse(readExample('fund/quadratic.json')).id // 'example-quadratic'
 */
export function readExample(name: string): string {
  const examples = bundledFiles('examples')
  const found = examples.get(name)
  if (found === undefined)
    throw new RegenError(FILE_UNREADABLE, {
      file: `examples/${name}`,
      reason: `the package has ${[...examples.keys()].join(', ')}`,
    })
  return found.bytes().toString('utf8')
}
