import { CommanderError, Command as Program } from 'commander'
import { isRegenError } from '../primitives/errors.ts'
import type { Command, CommandOption, Io } from './command.ts'
import { epoch } from './epoch.ts'
import { exitCodeOf } from './exitCode.ts'
import { explain } from './explain.ts'
import { messages } from './messages.ts'
import { node } from './node.ts'
import { orders } from './orders.ts'
import { policy } from './policy.ts'
import { preview } from './preview.ts'
import { quote } from './quote.ts'
import { snapshot } from './snapshot.ts'
import { supply } from './supply.ts'
import { tx } from './tx.ts'
import { VERSION } from './version.ts'
import { wash } from './wash.ts'

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Command[] = [
  preview,
  quote,
  snapshot,
  orders,
  tx,
  node,
  policy,
  supply,
  epoch,
  wash,
  messages,
  explain,
]

/** 128 + SIGINT, as shells have it. */
const STOPPED = 130

/** Runs a command line and gives the exit code: 0 done, 1 your input, 2 the node, 130 stopped by Ctrl-C. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0
  const program = new Program('regen-fees')
    .description('What an ecological-credit transaction on Regen Ledger costs, before it is signed.')
    .version(VERSION)
    .option('--debug', 'print the stack of an error')
    .exitOverride()
    .configureOutput({ writeOut: text => io.out(text.trimEnd()), writeErr: text => io.err(text.trimEnd()) })
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
    if (io.signal.aborted) {
      io.err('Stopped.')
      return STOPPED
    }
    io.err(
      program.opts()['debug'] && error instanceof Error ? (error.stack ?? error.message) : messageOf(error),
    )
    return exitCodeOf(error)
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
    .addHelpText('after', `\nExamples:\n${examples.map(example => `  ${example}`).join('\n')}`)
  for (const { name, summary } of args) command.argument(name, summary)
  for (const option of options) addOption(command, option)
  return command.action((...given: unknown[]) => {
    const positional = given.slice(0, args.length).filter(value => typeof value === 'string')
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

const messageOf = (error: unknown): string =>
  isRegenError(error)
    ? error.message
    : `Unexpected: ${error instanceof Error ? error.message : String(error)}`
