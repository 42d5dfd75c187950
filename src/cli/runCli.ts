import { CommanderError, Command as Program } from 'commander'
import { RegenError } from '../primitives/errors.ts'
import { CALL_ABORTED, INPUT_INVALID } from '../primitives/errorTable.ts'
import type { Command, CommandOption, Io } from './command.ts'
import { epoch } from './commands/epoch.ts'
import { explain } from './commands/explain.ts'
import { messages } from './commands/messages.ts'
import { node } from './commands/node.ts'
import { orders } from './commands/orders.ts'
import { policy } from './commands/policy.ts'
import { preview } from './commands/preview.ts'
import { quote } from './commands/quote.ts'
import { signDoc } from './commands/signDoc.ts'
import { simulate } from './commands/simulate.ts'
import { snapshot } from './commands/snapshot.ts'
import { supply } from './commands/supply.ts'
import { tx } from './commands/tx.ts'
import { wash } from './commands/wash.ts'
import { type ErrorText, errorJson, errorText } from './io/errorText.ts'
import { exitCodeOf } from './io/exitCode.ts'
import { redactUrls, urlsIn } from './io/redactUrls.ts'
import { VERSION } from './io/version.ts'

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Command[] = [
  preview,
  quote,
  snapshot,
  orders,
  tx,
  signDoc,
  node,
  policy,
  supply,
  epoch,
  simulate,
  wash,
  messages,
  explain,
]

/** 128 + SIGINT, as shells have it. */
const STOPPED = 130

const EXIT_CODES = `
Exit codes:
  0    done
  1    something of yours: options, files, messages
  2    something of the node, the network or the chain
  ${STOPPED}  stopped by Ctrl-C`

/** Runs a command line and gives the exit code: 0 done, 1 your input, 2 the node, 130 stopped by Ctrl-C. */
export async function runCli(argv: readonly string[], world: Io): Promise<number> {
  let exitCode = 0
  const known = urlsIn([...argv, ...(world.env('REGEN_RPC') ?? '').split(',')])
  const redact = (text: string) => redactUrls(text, known)
  // Everything on standard error passes here: an address may hold a key, wherever it was typed.
  const io: Io = { ...world, err: text => world.err(redact(text)), readStdin: onlyOnce(world.readStdin) }
  const asJson = argv.includes('--json')
  const fail = ({ code, message }: ErrorText) =>
    asJson ? world.err(errorJson({ code, message: redact(message) })) : io.err(message)
  const program = new Program('regen-fees')
    .description('What an ecological-credit transaction on Regen Ledger costs, before it is signed.')
    .version(VERSION)
    .option('--debug', 'print the stack of an error')
    .exitOverride()
    .configureOutput({
      writeOut: text => io.out(text.trimEnd()),
      writeErr: text => {
        if (!asJson) io.err(text.trimEnd())
      },
    })
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError('Run with --help for the options.')
  for (const command of COMMANDS)
    program.addCommand(
      toCommander(program, command, async input => {
        exitCode = await command.run(input, io)
      }),
    )
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (asJson) fail({ code: INPUT_INVALID.code, message: error.message.replace(/^error: /, '') })
      return 1
    }
    if (io.signal.aborted) {
      fail({ code: CALL_ABORTED.code, message: 'Stopped.' })
      return STOPPED
    }
    fail(errorText(error, program.opts()['debug'] === true))
    return exitCodeOf(error)
  }
}

/** Standard input can be read once: a second '-' would find it empty. */
function onlyOnce(readStdin: Io['readStdin']): Io['readStdin'] {
  let isRead = false
  return async () => {
    if (isRead)
      throw new RegenError(INPUT_INVALID, {
        what: 'command line',
        issues: '✖ standard input can be only one of the files: name the others',
      })
    isRead = true
    return readStdin()
  }
}

function toCommander(
  parent: Program,
  { name, summary, description, arguments: args, options, examples }: Command,
  action: (input: Parameters<Command['run']>[0]) => Promise<void>,
): Program {
  const command = new Program(name)
    .summary(summary)
    .description(description)
    .copyInheritedSettings(parent)
    .addHelpText('after', `\nExamples:\n${examples.map(example => `  ${example}`).join('\n')}\n${EXIT_CODES}`)
  for (const { name, summary } of args) command.argument(name, summary)
  for (const option of options) addOption(command, option)
  return command.action((...given: unknown[]) => {
    const positional = given
      .slice(0, args.length)
      .flat()
      .filter(value => typeof value === 'string')
    return action({ args: positional, options: command.opts() })
  })
}

function addOption(command: Program, { flags, summary, repeatable }: CommandOption): void {
  if (repeatable)
    command.option(
      flags,
      `${summary} (repeatable)`,
      (value: string, before: string[]) => [...before, value],
      [],
    )
  else command.option(flags, summary)
}
