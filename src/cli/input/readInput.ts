import { existsSync } from 'node:fs'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { type CommandInput, type Io, optionName, schemaOf, textOption } from '../command.ts'
import { fileError, optionError } from '../io/inputError.ts'
import { looksLikeUrl } from '../io/redactUrls.ts'
import { nearest } from '../render/nearest.ts'

/** The text of a file as JSON; '-' is standard input. */
export const readJson = async (file: string, io: Io): Promise<unknown> =>
  file === '-'
    ? readJsonOrStdin(undefined, 'input', io)
    : parseJson(await io.readFile(requirePath(file)), file)

/** What an error calls a file; nothing and '-' are standard input. */
export const inputName = (file: string | undefined): string =>
  file === undefined || file === '-' ? 'standard input' : file

/** Refuses an address where a file is named. */
export function requirePath(file: string): string {
  if (!looksLikeUrl(file)) return file
  throw optionError(file, 'that is a URL; a node is named with --rpc')
}

/** JSON of a file, or of standard input when no file or '-' is named. */
export async function readJsonOrStdin(
  file: string | undefined,
  what: string,
  io: Io,
  example?: string,
): Promise<unknown> {
  if (file !== undefined && file !== '-') return readJson(file, io)
  const text = await io.readStdin()
  const way = `name a file${example === undefined ? '' : `, such as ${example}`}, or pass JSON on standard input`
  if (text === null) throw optionError(what, way)
  if (text.trim() === '') throw optionError('standard input', `it is empty: ${way}`)
  return parseJson(text, 'standard input')
}

/** The policy named by --policy, or the default one. */
export async function readPolicy(input: CommandInput, io: Io): Promise<PolicyConfig> {
  const file = textOption(input, 'policy')
  return file === undefined ? DEFAULT_POLICY : readPolicyNamed(file, '--policy', io)
}

/** The policy that an option names: a preset by its name, else a policy as a file has it, or within what `regen-fees policy --json` prints. */
export async function readPolicyNamed(name: string, option: string, io: Io): Promise<PolicyConfig> {
  const { PRESETS, presetPolicy } = await import('../../policy/presets.ts')
  if (Object.hasOwn(PRESETS, name)) return presetPolicy(name as keyof typeof PRESETS)
  if (name !== '-' && !/[./\\]/.test(name) && !existsSync(name)) {
    const presets = Object.keys(PRESETS)
    const meant = nearest(name, presets)
    throw optionError(
      option,
      `there is no policy "${name.slice(0, 80)}"; ${meant === null ? 'the presets are' : `did you mean ${meant}? The presets are`} ${presets.join(', ')}; or name a file`,
    )
  }
  const { parsePolicy } = await import('../../policy/policy.ts')
  const json = await readJson(name, io)
  const printed = Object(json) as { readonly schema?: unknown; readonly policy?: unknown }
  return parsePolicy(printed.schema === schemaOf('policy') ? printed.policy : json)
}

/** 'C01=25000000uregen' as an entry; the name ends at the first '=', and is named once. */
export function parsePairs(texts: readonly string[], option: string): { readonly [name: string]: string } {
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
export function wholeOption<Name extends string>(
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

/** Characters of a file that is looked through for its fault. */
const MAX_SEARCHED = 10_000_000

/** The length of the longest beginning of a text that could still become JSON, by halves. Of some faults the platform does not say the place. */
function faultIn(text: string): number {
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (couldBegin(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function couldBegin(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    return faultSaid(error, text) === 'end'
  }
}

/** What the platform says of a text that is not JSON: that it ends too early, or the place of its fault; null where it says neither. */
function faultSaid(error: unknown, text: string): 'end' | number | null {
  const said = error instanceof Error ? error.message : ''
  if (said.startsWith('Unexpected end') || said.startsWith('Unterminated')) return 'end'
  const [, position] = /at position (\d{1,12})/.exec(said) ?? []
  if (position === undefined) return null
  return Number(position) >= text.trimEnd().length ? 'end' : Number(position)
}

/** Where JSON stops being JSON. What stands there is not shown, and is no cause: a file named by mistake can hold a secret. */
function placeOf(error: unknown, text: string): string {
  const said = faultSaid(error, text)
  if (said === 'end') return ': it ends too early'
  if (said === null && text.length > MAX_SEARCHED) return ''
  const before = text.slice(0, said ?? faultIn(text)).split('\n')
  return `: it goes wrong in line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
