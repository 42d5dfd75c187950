import { parseJson } from '../primitives/parseJson.ts'
import { openKoi } from './koiBundle.ts'
import { malformed } from './malformed.ts'
import { openSignatures } from './signatures.ts'

/** The rows of a CSV file, by the names of its first line. */
export type CsvRow = { readonly [column: string]: string }

/** Data from outside, and who vouches for it. */
export type Document = {
  /** Where it is from, fit to be shown: a file, the scheme and host of an address, a bundle, an IRI. */
  readonly from: string
  /** The text as it came: what a hash is of. */
  readonly text: string
  readonly data: { readonly json: unknown } | { readonly rows: readonly CsvRow[] }
  /** When it was made, where its wrapping says so; RFC 3339. */
  readonly time: string | null
  /** Accounts and KOI nodes whose signatures were verified, or who attest to it on chain. */
  readonly signers: readonly string[]
  /** Whether the chain knows its hash. */
  readonly kind: 'oracle' | 'attestation'
}

/** Where a document comes from. Reading it again asks again. */
export type DocumentSource = { readonly name: string; readonly read: () => Promise<Document> }

/** More than any list of prices needs. */
const MAX_ROWS = 100_000

/**
 * Reads a text as a document: JSON, a bundle of a KOI node, or CSV. Signatures and hashes that are in it are verified.
 *
 * Throws INPUT_INVALID for what is neither, also for a JSON object that names a field twice; SOURCE_ALTERED for a signature or hash of something else.
 *
 * @example
 * const { data } = await readDocument('prices.csv', 'class,price\nC01,25REGEN')
 * data // { rows: [ { class: 'C01', price: '25REGEN' } ] }
 */
export async function readDocument(
  from: string,
  text: string,
  trusted: readonly string[] = [],
): Promise<Document> {
  const plainText = text.replace(/^\uFEFF/, '')
  const none = { from, text, time: null, signers: [], kind: 'oracle' } as const
  if (!/^\s*[[{]/.test(plainText)) return { ...none, data: { rows: await readCsv(from, plainText) } }
  const bundle = openKoi(from, parseJsonText(from, plainText), trusted)
  const { json, signers } = await openSignatures(from, bundle.json)
  return { ...none, data: { json }, time: bundle.time, signers: [...bundle.signers, ...signers] }
}

function parseJsonText(from: string, text: string): unknown {
  let json: unknown
  try {
    json = parseJson(text)
  } catch {
    // What the parser quotes is not passed on: a file named by mistake can hold a secret.
    throw malformed(from, 'it is neither JSON nor CSV')
  }
  const twice = repeatedKey(text)
  if (twice !== null) throw malformed(from, `a JSON object names "${twice.slice(0, 60)}" twice`)
  return json
}

/**
 * The first name that stands twice in one object of a JSON text, or null. JSON.parse keeps the last of the two and says nothing: one reader would then
 * see another price than the next. The text is JSON that was parsed before.
 */
function repeatedKey(text: string): string | null {
  /** The names so far of each open object; null for a list. */
  const open: (Set<string> | null)[] = []
  let previous = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const names = open.at(-1)
      const name = JSON.parse(previous) as string
      if (names?.has(name)) return name
      names?.add(name)
    }
    previous = token
  }
  return null
}

/** What matters for names: brackets, colons, and texts whole. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

async function readCsv(from: string, text: string): Promise<readonly CsvRow[]> {
  const { parse } = await import('csv-parse/sync')
  let rows: readonly (readonly string[])[]
  try {
    rows = parse(text, { skip_empty_lines: true, trim: true, to: MAX_ROWS + 2 })
  } catch (error) {
    const { lines } = Object(error)
    throw malformed(from, `it is no CSV${typeof lines === 'number' ? ` from line ${lines} on` : ''}`)
  }
  const [head = [], ...body] = rows
  if (body.length === 0) throw malformed(from, 'it has no rows')
  if (body.length > MAX_ROWS) throw malformed(from, `it has more than ${MAX_ROWS} rows`)
  if (new Set(head).size !== head.length) throw malformed(from, 'its first line names a column twice')
  return body.map(row => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])))
}
