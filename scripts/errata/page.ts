import { PRESETS } from '../../src/policy/presets.ts'
import { DIFFERENCES } from './differences.ts'
import { type Erratum, SOURCES } from './erratum.ts'
import { LEDGER_ERRATA } from './ledger.ts'
import { M012_ERRATA } from './m012.ts'
import { M013_ERRATA } from './m013.ts'
import { M014_ERRATA } from './m014.ts'
import { M015_ERRATA } from './m015.ts'

export const ERRATA_PAGE = new URL('../../docs/errata.md', import.meta.url)

const CHAPTERS: readonly (readonly [title: string, errata: readonly Erratum[]])[] = [
  ['M012 Fixed Cap Dynamic Supply', M012_ERRATA],
  ['M013 Value-Based Fee Routing', M013_ERRATA],
  ['M014 Authority Validator Governance', M014_ERRATA],
  ['M015 Contribution-Weighted Rewards', M015_ERRATA],
  ['Regen Ledger v7 today', LEDGER_ERRATA],
]

/** Every erratum, in the order of the page. */
export const ERRATA: readonly Erratum[] = CHAPTERS.flatMap(([, errata]) => errata)

const INTRODUCTION = `# Errata

Numbers and reference code published for the economic reboot mechanisms M012 to M015 that do not follow from the
specification's own formulas; for each the input, what is published, what is exact, and where it stands.

Exact figures are whole uregen (1 REGEN = 1,000,000 uregen) or exact fractions, floored once, at the end. A figure given with
fewer digits is rounded half up; money in dollars is cut to cents. Where the specification leaves a point open, the note says which reading was taken.

Recompute every figure of this page, those of published code included:

    npx vitest run test/errata.test.ts

This page is written by \`npm run docs\` from \`scripts/errata/\`.`

const cell = (text: string) => text.replaceAll('|', '\\|')

const entry = ({ id, title, where, input, published, exact, formula, note }: Erratum): string =>
  [
    `### ${id}: ${title}`,
    [
      `- Where: ${where.join('; ')}`,
      `- Input: ${input}`,
      `- Published: ${published}`,
      `- Exact: ${exact}`,
      `- Formula: \`${formula}\``,
      ...(note === '' ? [] : [`- Note: ${note}`]),
    ].join('\n'),
  ].join('\n\n')

const chapter = ([title, errata]: (typeof CHAPTERS)[number]): string =>
  [`## ${title}`, ...errata.map(entry)].join('\n\n')

/** The setting of a knob in the preset, as one writes it in a policy. */
function settingOf(knob: string): string {
  const [section = '', name = ''] = knob.split('.')
  const sections: { readonly [section: string]: unknown } = PRESETS['contract-drafts']
  const setting = (sections[section] as { readonly [name: string]: unknown })[name]
  return typeof setting === 'string' ? setting : JSON.stringify(setting)
}

const differences = (): string =>
  [
    '## Where the contract drafts compute otherwise',
    `The working group’s drafts of the four mechanisms as contracts decide some open points otherwise than the readings here. These are differences and no
faults: neither follows from the specification alone. Each is a knob; the preset \`contract-drafts\` turns all of them, and under it M012 to M015 here come to the
states that the drafts were recorded with, to the unit (\`test/node/contracts/replay.test.ts\`). In the examples the draft’s number stands first.`,
    [
      '| draft | what it does | the reading here | knob | example |',
      '| --- | --- | --- | --- | --- |',
      ...DIFFERENCES.map(
        ({ where, draft, reading, knob, example }) =>
          `| ${[where, draft, reading, `\`${knob}\`: \`${settingOf(knob)}\``, example].map(cell).join(' | ')} |`,
      ),
    ].join('\n'),
    `Not knobs: an admin decides every step of a validator and the end of TRACKING in the drafts, and tells them what was burned, measured and done. They keep books; of
the four only M014 and M015 hold coins.`,
  ].join('\n\n')

const sources = (): string =>
  [
    '## The documents that were read',
    'Named by the short names above. Sections are those of the version given; a later version may differ.',
    [
      '| name | repository | path | version |',
      '| --- | --- | --- | --- |',
      ...SOURCES.map(
        ({ name, repository, path, commit }) => `| ${cell(name)} | ${repository} | \`${path}\` | ${commit} |`,
      ),
    ].join('\n'),
  ].join('\n\n')

/** docs/errata.md as it should be. */
export const errataPage = (): string =>
  `${[INTRODUCTION, ...CHAPTERS.map(chapter), differences(), sources()].join('\n\n')}\n`
