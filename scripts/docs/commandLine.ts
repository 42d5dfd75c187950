import { readdirSync, readFileSync } from 'node:fs'
import type { Command } from '../../src/cli/command.ts'
import { schemaOf } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { JSON_FORMS } from './jsonForms.ts'
import { cell, tableOfCells } from './markdown.ts'

const LOADED = await Promise.all(COMMANDS.map(async entry => ({ ...entry, command: await entry.load() })))

/** Names in angle brackets are no tags. */
const plainCell = (text: string) => cell(text).replaceAll('<', '&lt;')

const optionsOf = ({ arguments: args, options }: Command): string =>
  tableOfCells(
    ['argument or option', 'what it is'],
    [
      ...args.map(({ name, summary }) => [`\`${name}\``, plainCell(summary)]),
      ...options.map(({ flags, summary, repeatable }) => [
        `\`${flags}\``,
        plainCell(summary) + (repeatable ? ' (repeatable)' : ''),
      ]),
    ],
  )

/** A command: what it is for, what it takes, examples; of one with commands of its own, the list of these. */
const sectionOf = (title: string, command: Command): string =>
  [
    title,
    plainCell(command.description.replace(/\s+/g, ' ')),
    ...(command.arguments.length + command.options.length > 0 ? [optionsOf(command)] : []),
    ...(command.commands === undefined
      ? []
      : [
          tableOfCells(
            ['command', 'what it is for'],
            command.commands.map(({ name, summary }) => [`\`${name}\``, plainCell(summary)]),
          ),
        ]),
    `\`\`\`text\n${command.examples.join('\n')}\n\`\`\``,
  ].join('\n\n')

/** docs/command-line.md: what is said of all commands by hand, and each command from its own definition. */
export const commandLinePage = (): string =>
  `${[
    '# The command line',
    'This page is written by `npm run docs` from the definitions of the commands.',
    'On the recorded test chain that comes with the package:',
    '```sh\nnpx regen-fees preview examples/retirement.json --price C01=30REGEN\nnpx regen-fees quote --type retirement --value 1000\nnpx regen-fees orders --class C01\nnpx regen-fees policy --diff compromise\nnpx regen-fees supply --supply 224000000 --staked 80000000 --burn 30000 --periods 156\nnpx regen-fees epoch --state examples/epoch/state.json --inputs examples/epoch/inputs.json\nnpx regen-fees wash\nnpx regen-fees messages\nnpx regen-fees explain MAX_FEE_MISSING\n```',
    'On a live node; `--rpc` may be repeated, and `REGEN_RPC` is used when it is not given:',
    '```sh\nnpx regen-fees preview examples/purchase.json --rpc https://regen-rpc.publicnode.com\nnpx regen-fees snapshot examples/mixed.json --rpc https://regen-rpc.publicnode.com > snapshot.json\nnpx regen-fees tx HASH --rpc https://regen-rpc.publicnode.com\nnpx regen-fees node --rpc https://regen-rpc.publicnode.com\n```',
    '## How it ends',
    tableOfCells(
      ['exit code', 'what it means'],
      [
        ['0', 'done; of a preview, also when the chain would refuse the transaction'],
        ['1', 'something of yours: options, files, messages'],
        ['2', 'something of the node, the network or the chain'],
        ['3', 'the chain would refuse the transaction, under `preview --strict`'],
        ['130, 143', 'stopped by Ctrl-C, or by SIGTERM; nothing is left half written'],
      ],
    ),
    '## What is printed',
    'Text is as wide as the terminal (`COLUMNS` where there is none; tables have 80 columns where nothing is said) and coloured only there (`NO_COLOR`, `FORCE_COLOR`). Amounts are in REGEN, shares in percent; what cannot be printed is a space. Exact whole uregen are in `--json`.',
    'Gas of a live preview is what the node estimates for the accounts that sign, with the margin that signing uses. Where that is not possible, and offline, it is typical gas: the most that a recorded transaction of each type used (`src/cli/preview/typicalGas.ts`, written by `scripts/typicalGas.ts` from the recordings). It is marked as typical, and no warning rests on it.',
    '## JSON',
    `With \`--json\` a command prints one object. Its first field, \`schema\`, is its form and a number that grows when a field goes or changes its meaning; new fields may come without that. \`${schemaOf('snapshot')}\` is what \`parseSnapshot\` and \`--snapshot\` read.`,
    ...Object.entries(JSON_FORMS).map(
      ([form, fields]) =>
        `**\`${schemaOf(form)}\`**\n\n${tableOfCells(
          ['field', 'what it is'],
          Object.entries(fields).map(([name, text]) => [`\`${name}\``, text]),
        )}`,
    ),
    '## Files and their schemas',
    'Every file that a command reads has a JSON Schema in `schemas/`, made from the very schemas by which it is read (`npm run generate`) and published as `regen-fees/schemas/…`: editors complete and check with them. They describe what may be written: amounts are decimal text, what may be left out is not required. What only a computation can tell, such as that shares come to 1, the commands say.',
    tableOfCells(
      ['file', 'schema'],
      readdirSync(new URL('../../schemas', import.meta.url))
        .sort()
        .map(file => [
          (
            JSON.parse(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8')) as {
              title: string
            }
          ).title,
          `\`schemas/${file}\``,
        ]),
    ),
    '## Commands',
    ...LOADED.flatMap(({ name, command }) => [
      sectionOf(`### ${name}`, command),
      ...(command.commands ?? []).map(own => sectionOf(`#### ${name} ${own.name}`, own)),
    ]),
  ].join('\n\n')}\n`
