import { isRegenError } from '../../primitives/errors.ts'
import { printableJson } from './printable.ts'

/** The code of what is no error of this SDK: a defect, which is best reported. */
const UNEXPECTED = 'UNEXPECTED'

/** What a command says of an error: for people its sentence, for programs its code as well. */
export type ErrorText = { readonly code: string; readonly message: string }

/** An error in words; with `debug`, its stack. */
export function errorText(error: unknown, debug: boolean): ErrorText {
  const code = isRegenError(error) ? error.code : UNEXPECTED
  if (debug && error instanceof Error) return { code, message: error.stack ?? error.message }
  // What is wrong can be a list of lines; the way out stands on one of its own.
  if (isRegenError(error)) return { code, message: error.message.replaceAll('\n ', '\n') }
  return { code, message: `Unexpected: ${error instanceof Error ? error.message : String(error)}` }
}

/** The one form of an error that programs read on standard error. */
export const errorJson = ({ code, message }: ErrorText): string =>
  printableJson({ schema: 'regen-fees/error/1', error: { code, message } }, 0)
