import { readFileSync } from 'node:fs'
import type * as root from '../../src/index.ts'
import { built } from './built.ts'
import { type Measure, processorTimes } from './measure.ts'
import { releaseOf } from './release.ts'

const example = (file: string) => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8')

const COPIES = 25

/** Four kinds of messages, 25 of each, and no two with the same amounts. */
const hundred = (): readonly unknown[] =>
  Array.from({ length: COPIES }, (_, copy) => {
    const { messages } = JSON.parse(
      example('mixed.json').replaceAll(
        /"(0\.3|4|250|1000)"/g,
        (_, amount: string) => `"${amount}${amount.includes('.') ? '' : '.'}${copy}"`,
      ),
    ) as { messages: readonly unknown[] }
    return messages
  }).flat()

/** Commits of releases, for where there is no tag. */
const RELEASE = { name: '0.1.0', commit: '75e0d75' }

/** The preview of a hundred mixed messages, by this build and by release 0.1.0, and one JSON.parse of the snapshot that they work on. */
export async function benchPreview(): Promise<readonly Measure[]> {
  const ours: typeof root = await import(built('index.js'))
  const theirs = (await releaseOf(RELEASE.commit)) as typeof root
  const text = example('snapshot.json')
  const previewOf = ({ parseMessages, parseSnapshot, previewFees }: typeof root) => {
    const input = { messages: parseMessages(hundred()), snapshot: parseSnapshot(JSON.parse(text)) }
    return () => previewFees(input)
  }
  const tasks = { now: previewOf(ours), earlier: previewOf(theirs), parse: () => JSON.parse(text) as unknown }
  requireSameAnswer(tasks.now(), tasks.earlier())
  const times = processorTimes(tasks)
  const milliseconds = (task: keyof typeof tasks) => `${times[task].toFixed(2)} ms`
  return [
    {
      name: `preview of ${4 * COPIES} mixed messages, speed against release ${RELEASE.name}`,
      ratio: times.earlier / times.now,
      goal: 3,
      detail: `${milliseconds('now')} against ${milliseconds('earlier')}`,
    },
    {
      name: 'the same, time against one JSON.parse of its snapshot',
      ratio: times.now / times.parse,
      goal: null,
      detail: `${milliseconds('now')} against ${milliseconds('parse')} (${text.length} bytes)`,
    },
  ]
}

/** Two speeds are compared only where both say as much: every message, its charges and warnings, and the same totals. */
function requireSameAnswer(now: root.FeePreview, earlier: root.FeePreview): void {
  const said = ({ messages, live, proposed }: root.FeePreview) =>
    JSON.stringify(
      [
        live.debits,
        [proposed.total, proposed.atLeast, proposed.pools],
        messages.map(({ typeUrl, movements, credits, proposed: { fee, parts }, warnings }) => [
          typeUrl,
          movements,
          credits,
          [fee, parts.length],
          warnings.map(({ code }) => code),
        ]),
      ],
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    )
  if (said(now) !== said(earlier)) throw new Error('the two previews do not say the same')
}
