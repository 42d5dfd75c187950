import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../primitives/errorTable.ts'
import { reasonOf } from './reasonOf.ts'

/** A stream that is printed to, as far as its failure goes. */
type Output = { on(event: 'error', listener: (error: Error) => void): unknown }

/**
 * Ends a command when what it prints cannot be written. A reader that has read enough (`| head`) is no failure: exit 0, without a word;
 * anything else is said in one line: exit 1.
 */
export function watchOutput(
  output: Output,
  fail: (error: RegenError) => void,
  end: (code: 0 | 1) => void,
): void {
  let ended = false
  output.on('error', error => {
    if (ended) return
    ended = true
    if ('code' in error && error.code === 'EPIPE') return end(0)
    const { code, problem } = FILE_UNWRITABLE
    const definition = { code, problem, fix: 'Check where it goes, and the space that is left there.' }
    fail(new RegenError(definition, { file: 'standard output', reason: reasonOf(error) }, { cause: error }))
    end(1)
  })
}
