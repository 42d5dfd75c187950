import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { type CommandInput, type Io, optionName, textOption } from '../command.ts'
import { fileError, optionError } from '../io/inputError.ts'
import { looksLikeUrl } from '../io/redactUrls.ts'

/** The text of a file as JSON; '-' is standard input. */
export const readJson = async (file: string, io: Io): Promise<unknown> =>
  file === '-'
    ? readJsonOrStdin(undefined, 'input', io)
    : parseJson(await io.readFile(requirePath(file)), file)

/** Refuses an address where a file is named. */
export function requirePath(file: string): string {
  if (!looksLikeUrl(file)) return file
  throw optionError(file, 'that is a URL; a node is named with --rpc')
}

/** JSON of a file, or of standard input when no file or '-' is named. */
export async function readJsonOrStdin(file: string | undefined, what: string, io: Io): Promise<unknown> {
  if (file !== undefined && file !== '-') return readJson(file, io)
  const text = await io.readStdin()
  if (text === null) throw optionError(what, 'name a file, or pass JSON on standard input')
  return parseJson(text, 'standard input')
}

/** The policy named by --policy, or the default one. */
export async function readPolicy(input: CommandInput, io: Io): Promise<PolicyConfig> {
  const file = textOption(input, 'policy')
  if (file === undefined) return DEFAULT_POLICY
  const { parsePolicy } = await import('../../policy/policy.ts')
  return parsePolicy(await readJson(file, io))
}

/** 'C01=25000000uregen' as an entry; the name ends at the first '=', and is named once. */
export function readPairs(texts: readonly string[], option: string): { readonly [name: string]: string } {
  const pairs = new Map<string, string>()
  for (const text of texts) {
    const end = text.indexOf('=')
    if (end < 1 || looksLikeUrl(text))
      throw optionError(option, `expected name=amount, got "${text.slice(0, 80)}"`)
    const name = text.slice(0, end)
    if (pairs.has(name)) throw optionError(option, `"${name.slice(0, 80)}" is named twice`)
    pairs.set(name, text.slice(end + 1))
  }
  return Object.fromEntries(pairs)
}

/** A whole number above zero of an option, under its name; nothing where the option was not given. */
export function readWhole<Name extends string>(
  input: CommandInput,
  option: string,
  name: Name,
): { readonly [name in Name]?: bigint } {
  const text = textOption(input, optionName(option))
  if (text === undefined) return {}
  if (/^[1-9]\d{0,18}$/.test(text)) return { [name]: BigInt(text) } as { [name in Name]: bigint }
  throw optionError(`--${option}`, `expected a whole number above zero; got "${text.slice(0, 80)}"`)
}

/** Editors of some platforms put a mark before UTF-8; the same in UTF-16 is read as characters that JSON never has. */
function parseJson(text: string, what: string): unknown {
  if (/^\uFFFD\uFFFD|^.?\0/s.test(text)) throw fileError(what, 'it is in UTF-16: save it as UTF-8')
  const json = text.replace(/^\uFEFF/, '')
  if (json.trim() === '') throw fileError(what, 'it is empty')
  try {
    return JSON.parse(json)
  } catch (error) {
    throw fileError(what, `not JSON${placeOf(error, json)}`)
  }
}

/** Where JSON stops being JSON. What stands there is not shown, and is no cause: a file named by mistake can hold a secret. */
function placeOf(error: unknown, text: string): string {
  const said = error instanceof Error ? error.message : ''
  if (said.startsWith('Unexpected end') || said.startsWith('Unterminated')) return ': it ends too early'
  const [, position] = /at position (\d{1,12})/.exec(said) ?? []
  if (position === undefined) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return `: it goes wrong in line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
