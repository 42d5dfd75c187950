import { expectedText, judgedText } from '../../src/cli/simulate/report/renderStudy.ts'
import type { Study } from '../../src/simulation/index.ts'
import { tableOf } from './markdown.ts'

/**
 * docs/reference/scenarios.md: what was published of every scenario beside what is found. test/simulation/scenarios.test.ts, which runs them anyway,
 * holds the page against the runs; with -u it writes it.
 */
export const scenariosPage = (studies: readonly Study[]): string =>
  `${[
    '# Scenarios: expected and found',
    'This page is written by `npx vitest run test/simulation/scenarios.test.ts -u`, and the same test fails when a number in it is another.',
    'Proposed, not in force. PASS: as published, in most runs. ERRATUM: the published number does not follow from the published formulas, and the reason stands beside it. FAIL: it differs, and nobody knows why; there is none. Found are medians over the runs.',
    tableOf(
      ['scenario', '', 'published', 'found', 'why'],
      studies.flatMap(({ plan, expected }) =>
        expected.map(found => [`\`${plan.scenario.name}\``, ...expectedText(found)]),
      ),
    ),
    '## Criteria of success and ways to fail',
    'At the baseline, which is not random: one run says all.',
    ...studies
      .filter(({ plan }) => plan.scenario.name === 'baseline')
      .map(({ criteria, failures }) =>
        tableOf(
          ['', 'name', 'what it is', 'found', 'target'],
          [
            ...criteria.map(judged => judgedText(judged, true)),
            ...failures.map(judged => judgedText(judged, false)),
          ],
        ),
      ),
    '## What is published, and a run does not say',
    NOT_SAID.map(line => `- ${line}`).join('\n'),
    '## Runs',
    tableOf(
      ['scenario', 'what happens', 'runs', 'periods', 'notes'],
      studies.map(({ plan: { scenario }, runs }) => [
        `\`${scenario.name}\``,
        scenario.title,
        String(runs),
        String(scenario.periods),
        scenario.notes.join(' '),
      ]),
    ),
  ].join('\n\n')}\n`

const NOT_SAID = [
  'SC-002: whether blocks are produced, and whether two thirds of a small set agree: that is consensus, not economy.',
  'SC-003: which share of the rewards the first tenth of the addresses gets: participants are groups.',
  'SC-004: a spiral of selling after the run: the published drop of 8 % is part of the scenario, and what follows from it is not known.',
  'SC-005: fewer users because there are fewer users.',
  'SC-006: whether parameters that nobody changes are still good ones.',
  'SC-007: a price five times as high because supply shrinks: the price does not follow the supply.',
  'SC-008: what an attacker earns by trading, and how soon somebody notices.',
]
