import { readFileSync } from 'node:fs'
import { NUMBER_SOURCES, type NumberKind } from '../../src/network/inForce/numberSources.ts'

const KINDS: { readonly [kind in NumberKind]: string } = {
  'in force': 'in force: the chain answers it, at the height',
  happened: 'happened: events of the period’s blocks tell it',
  source:
    'in force where the mechanism is on chain, by its module or contract; else of the policy, or unknown',
  computed: 'computed here, under the policy',
  stated: 'stated by the caller, else computed',
}

const BEGIN = '<!-- written by "npm run docs" from src/network/inForce/numberSources.ts -->'
const END = '<!-- until here -->'

/** docs/network.md, with its table of what is read from where as the code has it. */
export function networkPage(): string {
  const page = readFileSync(new URL('../../docs/network.md', import.meta.url), 'utf8')
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (before < 0 || after < before) throw new Error(`docs/network.md has no "${BEGIN}" … "${END}"`)
  return `${page.slice(0, before)}${BEGIN}\n\n${table()}\n\n${page.slice(after)}`
}

const table = (): string =>
  [
    ['number', 'field', 'read or computed from', 'what it is'],
    ['---', '---', '---', '---'],
    ...NUMBER_SOURCES.map(({ what, fields, from, kind }) => [
      what,
      shortFields(fields),
      from.map(name => (/^(\/|status$|header$|tx_search$)/.test(name) ? `\`${name}\`` : name)).join(', '),
      KINDS[kind],
    ]),
  ]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n')

/** 'm012.supply, staked': the place is named once. */
function shortFields(fields: readonly string[]): string {
  let place = ''
  return fields
    .map(field => {
      const at = field.slice(0, field.lastIndexOf('.') + 1)
      const text = at === place && at !== '' ? field.slice(at.length) : field
      place = at
      return `\`${text}\``
    })
    .join(', ')
}
