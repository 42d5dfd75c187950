import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import mixed from '../../examples/mixed.json' with { type: 'json' }
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import type { Message } from '../../src/messages/message.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { toJson } from '../../src/primitives/canonical.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { run as runCommand } from '../cli/run.ts'
import { holds } from '../support/arbitraries.ts'
import { byTurns } from '../support/runs.ts'
import { BATCH, buy, buying, exec, retire, SELLER, SMALL, send } from '../support/snapshots.ts'
import { VALID_MESSAGES } from '../support/validMessages.ts'

/** Whatever comes in: an error of ours or a preview; never another error, and never a default that nobody sees. */

const snapshot = parseSnapshot(bundled)
const examples = parseMessages(mixed)

/** Runs something that may refuse its input. Any error but ours goes on to fail the test. */
function attempt<T>(run: () => T): T | 'refused' {
  try {
    return run()
  } catch (error) {
    if (isRegenError(error)) return 'refused'
    throw error
  }
}

/** What a client does with messages from anywhere, up to the text it would show or store. */
const previewText = (messages: unknown): string | 'refused' =>
  attempt(() =>
    JSON.stringify(previewJson(previewFees({ messages: messages as readonly Message[], snapshot }))),
  )

/** The same through the door for JSON. */
const parsed = (json: unknown): string | 'refused' => attempt(() => previewText(parseMessages(json)))

type Path = readonly (string | number)[]

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (typeof value === 'object' && value !== null)
    for (const [key, field] of Object.entries(value)) yield* pathsOf(field, [...path, key])
}

/** A copy of a value in which one place holds something else. */
function withChange(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  const changed = withChange((value as Record<string, unknown>)[key], rest, to)
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? changed : item))
    : { ...(value as object), [key]: changed }
}

const anyPlace = (value: unknown) => fc.constantFrom(...pathsOf(value))

/** Texts that look like amounts, or nearly. */
const ODD_TEXTS = [
  ...[
    '',
    '-1',
    '+1',
    '-0',
    '0x10',
    '1e3',
    '1e-7',
    '1e100000',
    '-1e100000',
    '1e999999999999',
    'NaN',
    'Infinity',
  ],
  ...['1_000', '1,5', ' 1', '٣', '9'.repeat(77), '9'.repeat(78), '9'.repeat(1000), `0.${'1'.repeat(1000)}`],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '\ud800', '🌱'.repeat(200)],
]
const anyWrongValue = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withTypedArray: true,
    withNullPrototype: true,
    maxDepth: 2,
  }),
)

describe('messages with something wrong in one place', () => {
  const valid = Object.entries(VALID_MESSAGES).map(([typeUrl, value]) => ({ typeUrl, value }))
  const anyBroken = fc
    .constantFrom(...valid)
    .chain(message => fc.tuple(fc.constant(message), anyPlace(message), anyWrongValue))
    .map(([message, path, to]) => withChange(message, path, to))

  test('are previewed or refused, as they are and through parseMessages', () => {
    holds(fc.array(anyBroken, { minLength: 1, maxLength: 4 }), messages => {
      previewText(messages)
      parsed(messages)
      parsed({ body: { messages } })
    })
  })

  test('cost the same twice, and change nothing of what they were given', () => {
    const frozen = freeze(parseSnapshot(structuredClone(bundled)))
    holds(anyBroken, message => {
      const preview = () =>
        attempt(() =>
          JSON.stringify(
            previewJson(previewFees({ messages: freeze([message]) as Message[], snapshot: frozen })),
          ),
        )
      expect(preview()).toBe(preview())
    })
  })
})

/** Nothing of a plain value can be changed any more. Bytes and dates are left as they are. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const field of Object.values(value)) freeze(field)
  return Object.freeze(value)
}

describe('a snapshot or a policy with something wrong in one place', () => {
  test('is read or refused, and what is read can be previewed', () => {
    holds(anyPlace(bundled), anyWrongValue, (path, to) => {
      const read = attempt(() => parseSnapshot(withChange(bundled, path, to)))
      if (read === 'refused') return
      attempt(() => JSON.stringify(previewJson(previewFees({ messages: examples, snapshot: read }))))
    })
  })

  test('is a policy to preview under, or is refused', () => {
    const json = toJson(DEFAULT_POLICY)
    holds(anyPlace(json), anyWrongValue, (path, to) => {
      attempt(() =>
        previewFees({ messages: examples, snapshot, policy: parsePolicy(withChange(json, path, to)) }),
      )
    })
  })
})

const run = async (stdin: string) => {
  const { code, err } = await runCommand(['preview', '-', '--json'], { stdin })
  return { code, said: err }
}

test('JSON that is cut off is refused in words, wherever it is cut', async () => {
  const text = JSON.stringify(mixed)
  for (let end = 0; end < text.length; end += 41) {
    const { code, said } = await run(text.slice(0, end))
    expect([code, said]).toEqual([1, expect.stringMatching(/(not JSON: |it is empty).*\[INPUT_INVALID\]/s)])
  }
  expect((await run(text)).code).toBe(0)
})

describe('much of it', () => {
  test('10,000 messages in one transaction are previewed one by one', () => {
    const line = { credits: [{ batchDenom: BATCH, amount: '0.01' }] }
    const messages = Array.from({ length: 5_000 }, () => [
      retire(line),
      buy(buying({ quantity: '0.001' })),
    ]).flat()
    const { proposed, messages: previews, warnings } = previewFees({ messages, snapshot: SMALL })
    expect(previews).toHaveLength(10_000)
    expect(proposed.total).toBe(10_000_000_000n)
    expect(warnings.filter(({ blocks }) => blocks)).toEqual([])
  })

  test('10,000 lines in one message are one part', () => {
    const credits = Array.from({ length: 10_000 }, () => ({ batchDenom: BATCH, amount: '0.01' }))
    const { messages } = previewFees({ messages: [retire({ credits })], snapshot: SMALL })
    expect(messages[0]?.proposed).toMatchObject({ fee: 12_500_000n, parts: [{ byValue: 12_500_000n }] })
  })

  test('a megabyte of text in any field of any message is refused or previewed', () => {
    const megabyte = 'a'.repeat(1_000_000)
    for (const [turn, [typeUrl, value]] of Object.entries(VALID_MESSAGES).entries())
      for (const path of byTurns([...pathsOf(value)], 5, turn)) {
        const text = previewText([{ typeUrl, value: withChange(value, path, megabyte) }])
        if (text !== 'refused') expect(text.length).toBeLessThan(12_000_000)
      }
  })
})

describe('deep nesting', () => {
  const nested = (depth: number): Message => (depth === 0 ? retire() : exec(SELLER, nested(depth - 1)))

  test('of MsgExec is followed sixteen deep', () => {
    const { messages } = previewFees({ messages: [nested(16)], snapshot: SMALL })
    expect(messages.map(({ path }) => path.length)).toEqual(Array.from({ length: 17 }, (_, depth) => depth))
    expect(messages.at(-1)?.proposed.fee).toBe(12_500_000n)
  })

  test.each([17, 200, 5_000])('of MsgExec %i deep is refused, with the reason', depth => {
    expect(() => previewFees({ messages: [nested(depth)], snapshot: SMALL })).toThrow(
      'messages are nested more than 16 deep',
    )
  })

  test('of lists that are no messages is refused', () => {
    expect(parsed(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)))).toBe('refused')
  })
})

test('no control or direction characters of a message get into the sentence that describes it', () => {
  const trick = '1\u001b[2J\u202e\u0000'
  for (const [typeUrl, value] of Object.entries(VALID_MESSAGES))
    for (const path of pathsOf(value)) {
      const message = { typeUrl, value: withChange(value, path, trick) as object }
      const preview = attempt(() => previewFees({ messages: [message], snapshot }))
      if (preview !== 'refused')
        for (const { sentence } of preview.messages) expect(sentence).not.toMatch(/\p{C}/u)
    }
})

describe('names of JavaScript’s own', () => {
  test.each(['{"__proto__":{"owner":"x"}}', '{"constructor":{"prototype":{"x":1}}}', '{"hasOwnProperty":1}'])(
    'are unknown fields like any other: %s',
    json => {
      const message = { typeUrl: retire().typeUrl, value: JSON.parse(json) }
      expect(() => previewFees({ messages: [message], snapshot })).toThrow('unknown field')
      expect(() => parseMessages([message])).toThrow('unknown field')
      expect(Object.hasOwn(Object.prototype, 'owner')).toBe(false)
    },
  )

  test.each(['__proto__', 'constructor', 'toString'])(
    'are no message types, classes, denoms or knobs: %s',
    name => {
      const { warnings } = previewFees({ messages: [{ typeUrl: name, value: {} }], snapshot })
      expect(warnings.map(({ code }) => code)).toEqual(['MESSAGE_UNKNOWN'])
      const unpriced = send({ credits: [{ batchDenom: name, tradableAmount: '1' }] })
      expect(previewFees({ messages: [unpriced], snapshot }).proposed.total).toBe(null)
      expect(() => parsePolicy(JSON.parse(`{"m013":{"${name}":1}}`))).toThrow('unknown field')
      const prices = JSON.parse(`{"${name}":"5uregen"}`)
      expect(previewFees({ messages: [unpriced], snapshot, prices }).proposed.total).toBe(1_000_000n)
    },
  )
})

/** Numbers that count or point; everything else in the JSON of a preview is text. */
const COUNTS = ['index', 'messageIndex', 'path', 'samples', 'outliersDropped']

function* numbersIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'number') yield key
  if (Array.isArray(value)) for (const item of value) yield* numbersIn(item, key)
  else if (typeof value === 'object' && value !== null)
    for (const [name, field] of Object.entries(value)) yield* numbersIn(field, name)
}

test('no amount is a number in the JSON of a preview', () => {
  const inner = exec(SELLER, buy(buying()), retire())
  const everything = [
    ...examples,
    ...Object.entries(VALID_MESSAGES).map(([typeUrl, value]) => ({ typeUrl, value })),
    inner,
  ]
  const json = previewJson(previewFees({ messages: everything, snapshot, gasLimit: 5_000_000n }))
  expect([...new Set(numbersIn(json))].filter(key => !COUNTS.includes(key))).toEqual([])
})
