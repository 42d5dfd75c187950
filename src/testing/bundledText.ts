import { bundledFiles } from '../bundled/bundledFiles.ts'
import { RegenError } from '../primitives/errors.ts'
import { FILE_UNREADABLE } from '../primitives/errorTable.ts'

/** The text of a file that comes with the package. FILE_UNREADABLE for a name that none in its folder has. */
export function bundledText(folder: Parameters<typeof bundledFiles>[0], name: string): string {
  const files = bundledFiles(folder)
  const found = files.get(name)
  if (found === undefined)
    throw new RegenError(FILE_UNREADABLE, {
      file: `${folder}/${name}`,
      reason: `the package has ${[...files.keys()].join(', ')}`,
    })
  return found.bytes().toString('utf8')
}
