import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { explanations } from '../src/cli/commands/explain.ts'
import { CATALOG } from '../src/messages/catalog.ts'
import { DEAD_MESSAGES } from '../src/messages/deadMessages.ts'
import { KNOBS } from '../src/policy/knobs.ts'
import { ERRATA_PAGE, errataPage } from './errata/page.ts'

/**
 * Writes the generated tables of the README, between `<!-- name -->` and `<!-- /name -->`, and docs/errata.md.
 *
 * With --check it writes nothing and exits 1 when one of them is not up to date.
 */

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')

const name = (typeUrl: string) => typeUrl.split('.').at(-1) ?? ''
const room = (typeUrl: string) => typeUrl.slice(1, typeUrl.lastIndexOf('.'))

const SECTIONS: { readonly [section: string]: () => string } = {
  messages: () =>
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
  dead: () =>
    tableOf(
      ['message', 'why it cannot be used on v7'],
      Object.entries(DEAD_MESSAGES).map(([typeUrl, { reason }]) => [`\`${typeUrl}\``, reason]),
    ),
  warnings: () =>
    tableOf(
      ['warning', 'blocks', 'what it says'],
      explanations()
        .filter(({ kind }) => kind.startsWith('warning'))
        .map(({ code, kind, text }) => [`\`${code}\``, kind.includes('refuse') ? 'yes' : '', `\`${text}\``]),
    ),
  errors: () =>
    tableOf(
      ['error', 'what it says, and the way out'],
      explanations()
        .filter(({ kind }) => kind === 'error')
        .map(({ code, text }) => [`\`${code}\``, `\`${text}\``]),
    ),
  knobs: () =>
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
}

/** The README with its generated tables as they should be. */
export function withTables(readme: string): string {
  return Object.entries(SECTIONS).reduce((text, [section, write]) => {
    const [open, close] = [`<!-- ${section} -->`, `<!-- /${section} -->`]
    const [start, end] = [text.indexOf(open), text.indexOf(close)]
    if (start < 0 || end < start) throw new Error(`README.md lacks ${open} … ${close}`)
    return `${text.slice(0, start + open.length)}\n${write()}\n${text.slice(end)}`
  }, readme)
}

export const README = new URL('../README.md', import.meta.url)

/** Each generated file, as it is and as it should be. */
const FILES = [
  { name: 'README.md', file: README, wanted: withTables },
  { name: 'docs/errata.md', file: ERRATA_PAGE, wanted: errataPage },
]

if (process.argv[1]?.endsWith('docs.ts')) {
  for (const { name, file, wanted } of FILES) {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const after = wanted(before)
    if (process.argv.includes('--check')) {
      if (before === after) continue
      console.error(`${name} is not up to date; run "npm run docs"`)
      process.exitCode = 1
    } else {
      writeFileSync(file, after)
      console.log(before === after ? `${name} is up to date` : `${name} written`)
    }
  }
}
