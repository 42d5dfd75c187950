import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explanations } from '../src/cli/commands/explain.ts'
import { CATALOG } from '../src/messages/catalog.ts'
import { DEAD_MESSAGES } from '../src/messages/deadMessages.ts'
import { KNOBS } from '../src/policy/knobs.ts'
import { commandLinePage } from './docs/commandLine.ts'
import { publicNames } from './docs/publicNames.ts'
import { errataPage } from './errata/page.ts'

/**
 * Writes the generated pages: docs/reference/ and docs/errata.md.
 *
 * With --check it writes nothing and exits 1 when one of them is not up to date.
 */

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')

const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, 'This page is written by `npm run docs`.', ...parts].join('\n\n')}\n`

const name = (typeUrl: string) => typeUrl.split('.').at(-1) ?? ''
const room = (typeUrl: string) => typeUrl.slice(1, typeUrl.lastIndexOf('.'))

const messages = () =>
  page(
    'Messages',
    'Every message that the SDK builds, previews and signs; what M013 would charge for it is proposed, not in force.',
    tableOf(
      ['message', 'package', 'signer', 'M013 type (proposed)', 'how its value is found'],
      CATALOG.map(({ typeUrl, signer, charges, valuedBy }) => [
        `\`${name(typeUrl)}\``,
        room(typeUrl),
        signer,
        charges.join(', ') || 'none: gas only',
        valuedBy ?? '',
      ]),
    ),
    '## Refused by name',
    tableOf(
      ['message', 'why it cannot be used on v7'],
      Object.entries(DEAD_MESSAGES).map(([typeUrl, { reason }]) => [`\`${typeUrl}\``, reason]),
    ),
  )

const warnings = () =>
  page(
    'Warnings',
    'What a preview can say. One that blocks means that the chain would refuse the transaction. A code never changes its meaning; `regen-fees explain CODE` says the same.',
    tableOf(
      ['warning', 'blocks', 'what it says'],
      explanations()
        .filter(({ kind }) => kind.startsWith('warning'))
        .map(({ code, kind, text }) => [`\`${code}\``, kind.includes('refuse') ? 'yes' : '', `\`${text}\``]),
    ),
  )

const errors = () =>
  page(
    'Errors',
    'Every error is a `RegenError`: a code that never changes its meaning, the facts, and the way out. `JSON.stringify` prints it.',
    tableOf(
      ['error', 'what it says, and the way out'],
      explanations()
        .filter(({ kind }) => kind === 'error')
        .map(({ code, text }) => [`\`${code}\``, `\`${text}\``]),
    ),
  )

const knobs = () =>
  page(
    'Knobs',
    'Every open question of the specification is one field of a policy. Its default is a reading (`docs/readings.md`), not a decision.',
    tableOf(
      ['knob', 'open question', 'default', 'alternatives', 'layer', 'source'],
      Object.entries(KNOBS).flatMap(([mechanism, knobs]) =>
        Object.entries(knobs).map(([knob, { question, default: value, alternatives, layer, source }]) => [
          `\`${mechanism}.${knob}\``,
          question ?? '',
          `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``,
          alternatives.join('; '),
          layer,
          source,
        ]),
      ),
    ),
  )

const names = () =>
  page(
    'Public names',
    'What each entry of the package exports. A change here is a change of the public contract.',
    ...publicNames().map(
      ({ entry, values, types }) =>
        `## ${entry}\n\n${[
          values.length > 0 && `Values: ${values.map(value => `\`${value}\``).join(', ')}`,
          types.length > 0 && `Types: ${types.map(type => `\`${type}\``).join(', ')}`,
        ]
          .filter(line => line !== false)
          .join('\n\n')}`,
    ),
  )

/** Each generated page, and what it should say. */
export const PAGES: { readonly [file: string]: () => string } = {
  'docs/reference/messages.md': messages,
  'docs/reference/knobs.md': knobs,
  'docs/reference/warnings.md': warnings,
  'docs/reference/errors.md': errors,
  'docs/reference/public-names.md': names,
  'docs/command-line.md': commandLinePage,
  'docs/errata.md': errataPage,
}

const pathOf = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))

/** The generated pages that are not up to date. */
export const outdated = (): readonly string[] =>
  Object.entries(PAGES)
    .filter(
      ([file, write]) => (existsSync(pathOf(file)) ? readFileSync(pathOf(file), 'utf8') : '') !== write(),
    )
    .map(([file]) => file)

if (process.argv[1]?.endsWith('docs.ts')) {
  const files = outdated()
  if (process.argv.includes('--check')) {
    for (const file of files) console.error(`${file} is not up to date; run "npm run docs"`)
    if (files.length > 0) process.exitCode = 1
  } else {
    for (const file of files) {
      mkdirSync(dirname(pathOf(file)), { recursive: true })
      writeFileSync(pathOf(file), PAGES[file]?.() ?? '')
    }
    console.log(files.length === 0 ? 'The generated pages are up to date.' : `Written: ${files.join(', ')}`)
  }
}
