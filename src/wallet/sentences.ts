import { LISTED } from '../messages/keeper/credits.ts'
import type { Message } from '../messages/message.ts'
import { warningSentence } from '../messages/warningSentences.ts'
import type { WarningCode } from '../messages/warnings.ts'
import { previewFees } from '../preview/previewFees.ts'
import { parseSnapshot } from '../preview/snapshot.ts'
import { type Finding, finding } from './findings.ts'
import type { MessageSentence } from './request/signRequest.ts'

/** Warnings of a preview that come from the messages alone, whatever the ledger holds. */
const OF_THE_MESSAGE: ReadonlySet<WarningCode> = new Set<WarningCode>([
  'WOULD_FAIL',
  'MESSAGE_DEAD',
  'MESSAGE_MISSPELT',
  'MESSAGE_UNKNOWN',
  'PROPOSAL_WILL_FAIL',
  'RECIPIENT_BLOCKED',
  'SIGNER_CANNOT_SIGN',
  'UNWISE',
  'INNER_PACKED',
])

/** Messages in words, and what the chain would refuse in them at first sight. */
export function describe(messages: readonly Message[]): {
  readonly sentences: readonly MessageSentence[]
  readonly findings: readonly Finding[]
} {
  const preview = previewFees({ messages, snapshot: NOTHING_KNOWN })
  return {
    sentences: preview.messages.map(({ index, path, typeUrl, signer, sentence, runs, known }) => ({
      index,
      path,
      typeUrl,
      signer,
      sentence,
      runs,
      known,
    })),
    findings: [
      ...messages.flatMap(cutFinding),
      ...preview.warnings
        .filter(({ code }) => OF_THE_MESSAGE.has(code))
        .map(warning => ({
          code: warning.code,
          blocks: warning.blocks,
          where: [warning.messageIndex ?? 0, ...(warning.path ?? [])]
            .map(index => `messages[${index}]`)
            .join('.'),
          sentence: warningSentence(warning),
        })),
    ],
  }
}

/** A sentence names the first of a long list: the rest must not be overlooked. */
function cutFinding({ value }: Message, index: number): readonly Finding[] {
  return longestList(value) > LISTED ? [finding('SENTENCE_CUT', `messages[${index}]`, `${LISTED}`)] : []
}

/** How many items the longest list in a message has, those of inner messages included. */
function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 0
  const own = Array.isArray(value) ? value.length : 0
  return Object.values(value).reduce<number>((most, inner) => {
    const length = longestList(inner)
    return length > most ? length : most
  }, own)
}

/** A ledger of which nothing is known: enough to put messages into words. */
const NOTHING_KNOWN = /* @__PURE__ */ parseSnapshot({
  chainId: 'unknown',
  height: '0',
  time: '1970-01-01T00:00:00Z',
  gasPrices: 'unknown',
  settings: {
    feeParams: 'unknown',
    classFee: 'unknown',
    basketFee: 'unknown',
    allowedDenoms: 'unknown',
    bridgeChains: 'unknown',
    classCreators: 'unknown',
  },
  creditTypes: [],
  creditClasses: [],
  projects: [],
  batches: [],
  sellOrders: [],
  baskets: [],
  creditBalances: [],
  coinBalances: [],
  trades: [],
  statedPrices: [],
  complete: [],
  absent: [],
})
