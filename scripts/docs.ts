import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explanations } from '../src/cli/explain/explanations.ts'
import { ANSWERS } from '../src/client/send/broadcast/fate.ts'
import { CATALOG } from '../src/messages/catalog.ts'
import { DEAD_MESSAGES } from '../src/messages/deadMessages.ts'
import { VALUED_BY } from '../src/messages/valuedBy.ts'
import { KNOBS } from '../src/policy/knobs.ts'
import * as sending from '../src/primitives/errorTable/sending.ts'
import { commandLinePage } from './docs/commandLine.ts'
import { formulasPage } from './docs/formulas.ts'
import { inputsPage } from './docs/inputs.ts'
import { page, tableOf } from './docs/markdown.ts'
import { networkPage } from './docs/networkPage.ts'
import { previewPage } from './docs/previewPage.ts'
import { publicNames } from './docs/publicNames.ts'
import { sizesPage } from './docs/sizes.ts'
import { errataPage } from './errata/page.ts'

/**
 * Writes the generated pages: docs/reference/ and docs/errata.md.
 *
 * With --check it writes nothing and exits 1 when one of them is not up to date.
 */

const name = (typeUrl: string) => typeUrl.split('.').at(-1) ?? ''
const room = (typeUrl: string) => typeUrl.slice(1, typeUrl.lastIndexOf('.'))

const messages = () =>
  page(
    'Messages',
    'Every message that the SDK builds, previews and signs; what M013 would charge for it is proposed, not in force.',
    tableOf(
      ['message', 'package', 'signer', 'M013 type (proposed)', 'how its value is found'],
      CATALOG.map(({ typeUrl, signer, charges }) => [
        `\`${name(typeUrl)}\``,
        room(typeUrl),
        signer,
        charges.join(', ') || 'none: gas only',
        VALUED_BY[typeUrl] ?? '',
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
      explanations(sending)
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
      explanations(sending)
        .filter(({ kind }) => kind.startsWith('error'))
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

const answers = () =>
  page(
    'What an answer proves',
    'About a signed transaction, that is: about its very bytes. This is the table by which the client decides (`src/client/send/broadcast/fate.ts`); nothing else frees a sequence or lets something be signed again.',
    tableOf(
      ['call', 'answer of one node', 'proves', 'for good', 'why'],
      Object.values(ANSWERS).map(({ call, answer, proves, why, ...row }) => [
        `\`${call}\``,
        answer,
        proves,
        'forGood' in row ? 'yes' : '',
        why,
      ]),
    ),
    '"in": a block has the bytes. "out": no block has them, and no node that was asked keeps them. "unknown": they may still come.',
    'Of several answers: one that shows the bytes in a block decides. Else they are out if every node that was asked on its own proves it for good, or if every single answer says "out". Otherwise it is not known. Another transaction with the same messages is signed with another sequence, in the same call, only when two nodes prove "out" for good.',
  )

/** Each generated page, and what it should say. */
export const PAGES: { readonly [file: string]: () => string } = {
  'docs/reference/messages.md': messages,
  'docs/reference/knobs.md': knobs,
  'docs/reference/warnings.md': warnings,
  'docs/reference/errors.md': errors,
  'docs/reference/answers.md': answers,
  'docs/reference/public-names.md': names,
  'docs/reference/preview.md': previewPage,
  'docs/reference/inputs.md': inputsPage,
  'docs/reference/sizes.md': sizesPage,
  'docs/command-line.md': commandLinePage,
  'docs/errata.md': errataPage,
  'docs/formulas.md': formulasPage,
  'docs/network.md': networkPage,
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
