import { examplesCalled } from '../../bundled/bundledFiles.ts'
import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNREADABLE } from '../../primitives/errorTable.ts'
import { reasonOf } from './reasonOf.ts'

/** A file that cannot be read; where there is none, the examples of its name are named. */
export function unreadable(file: string, cause: unknown) {
  const { code } = Object(cause) as { readonly code?: unknown }
  const examples = code === 'ENOENT' ? examplesCalled(file) : []
  const definition =
    examples.length === 0
      ? FILE_UNREADABLE
      : {
          ...FILE_UNREADABLE,
          fix: `The package has ${examples.join(' and ')}; "regen-fees examples" lists all of its examples.`,
        }
  return new RegenError(definition, { file, reason: reasonOf(cause) }, { cause })
}
