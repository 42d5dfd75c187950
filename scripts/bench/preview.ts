import { readFileSync } from 'node:fs'
import type * as root from '../../src/index.ts'
import { built } from './built.ts'
import { type Measure, median, rounds } from './measure.ts'

const example = (file: string) => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8')

const MESSAGES = 100

/** The preview of a hundred mixed messages, beside one JSON.parse of the snapshot that it works on. */
export async function benchPreview(): Promise<readonly Measure[]> {
  const { parseMessages, parseSnapshot, previewFees }: typeof root = await import(built('index.js'))
  const text = example('snapshot.json')
  const snapshot = parseSnapshot(JSON.parse(text))
  const mixed = parseMessages(JSON.parse(example('mixed.json')))
  const messages = Array.from({ length: MESSAGES / mixed.length }, () => mixed).flat()
  let kept: unknown
  const results = await rounds({
    preview() {
      kept = previewFees({ messages, snapshot })
    },
    parse() {
      kept = JSON.parse(text)
    },
  })
  if (kept === undefined) throw new Error('nothing ran')
  const milliseconds = (values: readonly number[]) => `${median(values).toFixed(2)} ms`
  return [
    {
      name: `preview of ${messages.length} mixed messages, time against one JSON.parse of its snapshot`,
      ratio: median(results.map(({ preview, parse }) => preview / parse)),
      goal: null,
      detail: `${milliseconds(results.map(({ preview }) => preview))} against ${milliseconds(results.map(({ parse }) => parse))} (${text.length} bytes)`,
    },
  ]
}
