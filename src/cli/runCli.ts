import { CommanderError, Command as Program } from 'commander'
import { isRegenError } from '../primitives/errors.ts'
import { CALL_ABORTED, INPUT_INVALID } from '../primitives/errorTable.ts'
import {
  type Answer,
  type Command,
  type CommandInput,
  type CommandOption,
  type Io,
  schemaOf,
} from './command.ts'
import { COMMANDS, type CommandEntry } from './commands.ts'
import { type ErrorText, errorJson, errorText } from './io/errorText.ts'
import { exitCodeOf } from './io/exitCode.ts'
import { optionError } from './io/inputError.ts'
import { printable, printableJson } from './io/printable.ts'
import { redactUrls, urlsIn } from './io/redactUrls.ts'
import { VERSION } from './io/version.ts'
import { requireUsed } from './options/requireUsed.ts'
import { inkOf } from './render/ink.ts'

/** 128 + SIGINT, as shells have it; of SIGTERM, 143, which only a process knows (`main.ts`). */
export const STOPPED = 130

const EXIT_CODES = `
Exit codes:
  0    done
  1    something of yours: options, files, messages
  2    something of the node, the network or the chain
  3    the chain would refuse the transaction (preview --strict)
  ${STOPPED}  stopped by Ctrl-C; 143, by SIGTERM`

/** The width of tables and of help texts where no terminal tells its own. */
const USUAL_COLUMNS = 80

/** More of one error than anybody reads; what a node says can be as long as it likes. */
const MAX_OF_ERROR = 20_000

/** Runs a command line and gives the exit code: 0 done, 1 your input, 2 the node, 3 refused under --strict, 130 stopped by Ctrl-C. */
export async function runCli(argv: readonly string[], world: Io): Promise<number> {
  let exitCode = 0
  const { columns } = world
  const width = columns ?? USUAL_COLUMNS
  const known = urlsIn([...argv, ...(world.env('REGEN_RPC') ?? '').split(',')])
  const redact = (text: string) => redactUrls(cut(text), known)
  // Everything that is printed passes through these three.
  const out = (text: string) => world.out(printable(text, columns))
  const err = (text: string) => world.err(printable(redact(text), columns))
  const asData = (text: string) => world.out(printable(text, null))
  const answer = ({ form, json, text, verbatim = false }: Answer, asJson: boolean) =>
    asJson || text === null
      ? world.out(printableJson({ schema: schemaOf(form), ...json() }))
      : (verbatim ? asData : out)(text({ width, ink: inkOf(world.colors) }).join('\n'))
  const io: Io = { ...world, out, err, readStdin: onlyOnce(world.readStdin) }
  const asJson = argv.includes('--json')
  const fail = ({ code, message }: ErrorText) =>
    asJson ? world.err(errorJson({ code, message: redact(message) })) : err(message)
  const { words, entry } = chooseCommand(argv)
  const program = new Program('regen-fees')
    .description('What an ecological-credit transaction on Regen Ledger costs, before it is signed.')
    .version(VERSION)
    .option('--debug', 'print the stack of an error')
    // What stands after the name of a command belongs to that one: "simulate sweep x --json" is not "simulate --json".
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      writeOut: text => out(text.trimEnd()),
      writeErr: text => {
        if (!asJson) err(text.trimEnd())
      },
    })
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError(
      `The commands are ${COMMANDS.map(({ name }) => name).join(', ')}: see "regen-fees --help".`,
    )
  try {
    for (const known of COMMANDS)
      program.addCommand(
        known === entry
          ? toCommander(program, known, await known.load(), async (command, input) => {
              requireUsed(input)
              const found = await command.run(input, io)
              if (found === null) return
              answer(found, input.options['json'] === true)
              exitCode = found.exitCode ?? 0
            })
          : new Program(known.name).summary(known.summary),
      )
    await program.parseAsync(
      words.filter(word => word !== '--debug'),
      { from: 'user' },
    )
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (asJson) fail({ code: INPUT_INVALID.code, message: error.message.replace(/^error: /, '') })
      return 1
    }
    if (io.signal.aborted) {
      const said = isRegenError(error, 'STUDY_STOPPED') ? errorText(error, false) : null
      fail(said ?? { code: CALL_ABORTED.code, message: 'Stopped.' })
      return STOPPED
    }
    fail(errorText(error, argv.includes('--debug')))
    return exitCodeOf(error)
  }
}

const cut = (text: string): string =>
  text.length <= MAX_OF_ERROR ? text : `${text.slice(0, MAX_OF_ERROR)} … (${text.length} characters)`

const HELP = ['--help', '-h']

/**
 * The command that is called, and the words as they are meant: 'help x' is 'x --help', 'help fund quadratic' is 'fund quadratic --help', and
 * a command that does not exist has no help.
 */
function chooseCommand(argv: readonly string[]): {
  readonly words: readonly string[]
  readonly entry: CommandEntry | undefined
} {
  const names = argv.filter(word => !word.startsWith('-'))
  const [name, asked] = names
  if (name === 'help' && asked === undefined) return { words: HELP.slice(0, 1), entry: undefined }
  const wanted = name === 'help' ? asked : name
  const words = name === 'help' ? [...names.slice(1), ...HELP.slice(0, 1)] : argv
  const entry = COMMANDS.find(known => known.name === wanted)
  const isUnknown = wanted !== undefined && entry === undefined
  return { words: isUnknown ? words.filter(word => !HELP.includes(word)) : words, entry }
}

/** Standard input can be read once: a second '-' would find it empty. */
function onlyOnce(readStdin: Io['readStdin']): Io['readStdin'] {
  let isRead = false
  return async () => {
    if (isRead)
      throw optionError('command line', 'standard input can be only one of the files: name the others')
    isRead = true
    return readStdin()
  }
}

function toCommander(
  parent: Program,
  { name, summary }: Pick<CommandEntry, 'name' | 'summary'>,
  described: Command,
  action: (command: Command, input: CommandInput) => Promise<void>,
  path = `regen-fees ${name}`,
): Program {
  const { description, arguments: args, options, examples, commands = [] } = described
  const command = new Program(name)
    .summary(summary)
    .description(description)
    .copyInheritedSettings(parent)
    .showHelpAfterError(`Run "${path} --help" for its options.`)
    .addHelpText('after', `\nExamples:\n${examples.map(example => `  ${example}`).join('\n')}\n${EXIT_CODES}`)
  for (const { name, summary } of args) command.argument(name, summary)
  for (const option of options) addOption(command, option)
  for (const own of commands)
    command.addCommand(toCommander(command, own, own, action, `${path} ${own.name}`))
  if (commands.length > 0 && args.length === 0) return command
  return command.action((...given: unknown[]) => {
    const positional = given
      .slice(0, args.length)
      .flat()
      .filter(value => typeof value === 'string')
    return action(described, { args: positional, options: command.opts() })
  })
}

function addOption(command: Program, { flags, summary, repeatable }: CommandOption): void {
  if (repeatable)
    command.option(flags, `${summary} (repeatable)`, (value: string, before: string[] | undefined) => [
      ...(before ?? []),
      value,
    ])
  else command.option(flags, summary)
}
