import { rule, ruleOn } from './rules.ts'
import { anyText, tooLong } from './text.ts'

/** Text of at most so many bytes that may be empty; governance and groups have limits of their own. */
export const limitedText = (mostBytes: number) => anyText.check(rule('too-long', tooLong(mostBytes)))

type Proposal = { readonly metadata: string; readonly title: string; readonly summary: string }

/** Refuses metadata in the recommended form that names another title or summary than the proposal has. */
export const sameAsMetadata = [
  ruleOn<Proposal>('metadata-title', ['metadata'], ({ metadata, title }) => {
    const told = toldIn(metadata)
    return told === null || told.title === title ? null : 'its title is not the one of the proposal'
  }),
  ruleOn<Proposal>('metadata-summary', ['metadata'], ({ metadata, summary }) => {
    const told = toldIn(metadata)
    return told === null || told.summary === summary ? null : 'its summary is not the one of the proposal'
  }),
] as const

const TEXTS = ['title', 'summary', 'details', 'proposal_forum_url', 'vote_option_context']

/**
 * Title and summary as the chain finds them in metadata: JSON of an object with these names, in any case. Null where it reads no such
 * thing, as in an IRI or in JSON with a number as title; then it looks no further.
 *
 * @see cosmos-sdk x/gov/types ProposalMetadata, read with encoding/json
 */
function toldIn(metadata: string): { title: string; summary: string } | null {
  if (!/^\s*[{n]/.test(metadata)) return null
  let json: unknown
  try {
    json = JSON.parse(metadata)
  } catch {
    return null
  }
  const told = { title: '', summary: '' }
  for (const [given, value] of Object.entries(json ?? {})) {
    const name = given.toLowerCase()
    if (value === null) continue
    if (name === 'authors' && !(Array.isArray(value) && value.every(isTextOrNull))) return null
    if (TEXTS.includes(name) && typeof value !== 'string') return null
    if (name === 'title') told.title = value as string
    if (name === 'summary') told.summary = value as string
  }
  return told
}

const isTextOrNull = (item: unknown): boolean => item === null || typeof item === 'string'
