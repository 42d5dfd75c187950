import { readFileSync } from 'node:fs'
import * as builders from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import type { FeePreview, MessagePreview } from '../../src/preview/feePreview.ts'
import { toJson } from '../../src/primitives/canonical.ts'
import { page, tableOf } from './markdown.ts'

/** What each field of a preview is; a new field without a line does not compile. */
const FIELDS: { readonly [field in keyof Required<FeePreview>]: string } = {
  chainId: 'the chain of the state',
  height: 'the block of the state, bigint',
  time: 'its block time, RFC 3339',
  age: 'how old the state was when it was read; absent where the snapshot does not say',
  policyHash: 'the SHA-256 of the policy of the proposed side',
  validUntil: 'up to when the numbers hold, and why',
  assumptions: 'what the numbers rest on: `text`, and the open `question` of the specification or null',
  messages: 'each message, inner ones too; see below',
  live: 'in force today; see below',
  proposed:
    'what M013 would charge, or charges where `status` is "in-force"; never in `live` while it is proposed',
  warnings: '`code`, `facts`, `blocks`, and which message; `warningSentence` makes text of one',
}

const LIVE: { readonly [field in keyof FeePreview['live']]: string } = {
  gas: 'the gas limit with its price and fee; null without a limit',
  complete: 'false where more may leave than is listed',
  debits: 'what leaves each account, in smallest units of `denom`, bigint',
  requiredBalances: 'what each account must hold at the start, in smallest units of `denom`, bigint',
}

const PROPOSED: { readonly [field in keyof FeePreview['proposed']]: string } = {
  status: '"proposed" or "in-force"',
  source: 'where its configuration is from: "policy", or an address or path',
  phase: 'the phase of M013 that is answered for',
  feePayer: 'who pays it',
  denom: 'in which denom it is paid',
  inDebits: 'whether `live.debits` hold it',
  total: 'the fee in uregen, bigint; null when a value is not known',
  atLeast: 'what is known of it, in uregen, bigint',
  pools: 'how `atLeast` is split: uregen of `burn`, `validator`, `community` and `agent`, bigint',
  gas: 'whether gas is paid beside the fee',
  marketplaceFees: 'whether today’s buyer and seller fees stand beside the fee',
  beside: 'what of today’s charges is paid beside the fee, in smallest units of `denom`, bigint',
  supplyEffect: 'what the burn does to the supply; null when no supply was given',
  rewardEffect: 'what the transaction earns; null when nothing was assumed of the rest',
}

const MESSAGE: { readonly [field in keyof MessagePreview]: string } = {
  index: 'its place in the transaction, from 0',
  path: 'where an inner message stands within it; empty for the message itself',
  mode: '"run" where it `runs`, "listed" where it does not',
  typeUrl: 'the type of the message',
  signer: 'who signs it',
  sentence: 'what it does, in words',
  runs: 'false for one that is only proposed to a vote',
  known: 'false for one that is not in the catalog',
  priced: 'false where an order, a rate or a fee is not known',
  live: 'the fees it pays today, in smallest units of their denom, bigint',
  purchases:
    'each order bought from: price, fees, and what is debited, in smallest units of the denom, bigint',
  proposed: 'its M013 fee in uregen, and the charges it is made of',
  movements: 'every coin that moves, in smallest units of its denom, bigint',
  credits: 'every credit that moves, in millionths of a credit, bigint',
  warnings: 'its warnings',
}

/** docs/reference/preview.md: the shape of a preview, by that of the README's purchase. */
export const previewPage = (): string =>
  page(
    'The shape of a preview',
    'What `previewFees` gives, by the example of the README. Amounts are bigint, in smallest units; fractions are `{ num, den }`; what is not known is null or "unknown".',
    ...fieldsOf('FeePreview', FIELDS),
    ...fieldsOf('live', LIVE),
    ...fieldsOf('proposed', PROPOSED),
    ...fieldsOf('messages[]', MESSAGE),
    '## Of the README’s purchase',
    'As JSON for reading: bigint and fractions are text here. `regen-fees preview --json` prints this too, with a verdict.',
    `\`\`\`json\n${JSON.stringify(toJson(previewOfReadme()), null, 2)}\n\`\`\``,
  )

const fieldsOf = (title: string, fields: { readonly [field: string]: string }): readonly string[] => [
  `## ${title}`,
  tableOf(
    ['field', 'what it is'],
    Object.entries(fields).map(([field, what]) => [`\`${field}\``, what]),
  ),
]

/** The preview of the messages that the README builds first. */
function previewOfReadme(): FeePreview {
  const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const [, body] = /^import json from [^\n]*\n(.*?)^const \{ live, proposed/ms.exec(read('README.md')) ?? []
  if (body === undefined) throw new Error('The README has no purchase whose preview is shown.')
  const { ecocredit, marketplace, parseSnapshot, previewFees } = builders
  const build = new Function('ecocredit', 'marketplace', `${body}return messages`)
  const messages = build(ecocredit, marketplace) as readonly Message[]
  return previewFees({ messages, snapshot: parseSnapshot(JSON.parse(read('examples/snapshot.json'))) })
}
