import type { Clock } from '../node/rpc/clock.ts'

import type { Page } from './render/table.ts'

/** What a command may use of the outside world; tests pass their own. */
export type Io = {
  out(text: string): void
  err(text: string): void
  /** The text of a file; throws FILE_UNREADABLE. */
  readFile(path: string): Promise<string>
  /** Everything on standard input; null when it is a terminal. */
  readStdin(): Promise<string | null>
  /** Writes a file whole or not at all; throws FILE_UNWRITABLE. */
  writeFile(path: string, text: string): Promise<void>
  /** A variable of the environment. */
  env(name: string): string | undefined
  /** Aborted when the user presses Ctrl-C. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** True when output goes to a terminal: only then is it coloured. */
  readonly colors: boolean
  /** How wide the terminal is; null where output goes elsewhere, and lines are as long as they are. */
  readonly columns: number | null
}

/** One option of a command; `repeatable` ones collect their values in a list. */
export type CommandOption = {
  readonly flags: string
  readonly summary: string
  readonly repeatable?: boolean
}

/** What a user typed: positional arguments, and options by their camelCase name. */
export type CommandInput = {
  readonly args: readonly string[]
  readonly options: { readonly [name: string]: string | boolean | readonly string[] | undefined }
}

/** What a command found out: JSON for programs, text for people, and how it ends. */
export type Answer = {
  /** The name of its JSON form, such as 'preview'. `schemaOf` adds a version, which grows when a field changes its meaning or goes. */
  readonly form: string
  readonly json: () => object
  /** Null for an answer that is JSON in any case. */
  readonly text: ((page: Page) => readonly string[]) | null
  /** The text is data, such as CSV: its lines are not broken at the edge of the terminal. */
  readonly verbatim?: boolean
  /** Default: 0, done. */
  readonly exitCode?: number
}

/** A command as data: its help text is made from this. `run` gives the answer, or null when there is nothing to print. */
export type Command = {
  readonly description: string
  readonly arguments: readonly { readonly name: string; readonly summary: string }[]
  readonly options: readonly CommandOption[]
  readonly examples: readonly string[]
  /** Commands of its own; without arguments of its own it only shows their list. */
  readonly commands?: readonly NamedCommand[]
  readonly run: (input: CommandInput, io: Io) => Promise<Answer | null>
}

/** A command of another command. */
export type NamedCommand = Command & { readonly name: string; readonly summary: string }

/** The text of an option that was given, or undefined. */
export const textOption = ({ options }: CommandInput, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** All values of a repeatable option. */
export const listOption = ({ options }: CommandInput, name: string): readonly string[] => {
  const value = options[name]
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** How an option is called in `options`: `state-height` is `stateHeight`. */
export const optionName = (option: string): string =>
  option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** True where the user gave an option, by its flags. */
export function isGiven({ options }: CommandInput, { flags }: CommandOption): boolean {
  const value = options[optionName(/^--([a-z0-9-]+)/.exec(flags)?.[1] ?? '')]
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
}

export const JSON_OPTION: CommandOption = {
  flags: '--json',
  summary: 'print JSON for programs instead of text',
}
export const POLICY_OPTION: CommandOption = {
  flags: '--policy <preset|file>',
  summary:
    'a policy for the open questions: a preset, such as compromise, or a file (JSON); default: the readings of the specification',
}

/** The name that the JSON of an answer has in its field `schema`. */
export const schemaOf = (form: string): string => `regen-fees/${form}/1`
