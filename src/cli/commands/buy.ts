import { gasOf } from '../../orders/buyMessages.ts'
import type { FillInput } from '../../orders/fillInput.ts'
import { fillOrders } from '../../orders/fillOrders.ts'
import { previewFees } from '../../preview/previewFees.ts'
import { previewJson } from '../../preview/previewJson.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { denomsOf } from '../../preview/words/denomNames.ts'
import { toJson } from '../../primitives/canonical.ts'
import { formatCredits, parseCredits } from '../../primitives/credits.ts'
import { type Answer, type Command, type CommandInput, type Io, JSON_OPTION, textOption } from '../command.ts'
import { chooseLedger, SNAPSHOT_OPTION } from '../input/chooseLedger.ts'
import { parseTypedCoin } from '../input/parseTypedCoin.ts'
import { requirePath } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOption, parseOptions } from '../io/inputError.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { type BuyReport, renderBuy, type SentPurchase } from '../preview/renderBuy.ts'
import { verdictOf } from '../preview/verdict.ts'

export const buy: Command = {
  description:
    'Finds the orders to buy from, to the unit: by quantity or by budget, under the fees in force, without your own and expired orders. Prints the message and its preview. ' +
    'With --sign-with it is signed and sent.',
  arguments: [],
  options: [
    { flags: '--class <id>', summary: 'credits of this class, such as C01' },
    { flags: '--batch <denom>', summary: 'credits of this batch' },
    { flags: '--quantity <credits>', summary: 'as many credits, such as 10 or 2.5' },
    { flags: '--budget <amount>', summary: 'as many credits as this buys, such as 100regen' },
    {
      flags: '--denom <denom>',
      summary: 'only orders that ask for this bank denom; default: that of the budget, else uregen',
    },
    { flags: '--max-price <amount>', summary: 'only orders up to this for one credit, such as 25regen' },
    {
      flags: '--retire <jurisdiction>',
      summary: 'retire the credits there, such as US-WA; default: tradable credits',
    },
    { flags: '--reason <text>', summary: 'why they are retired' },
    { flags: '--max-orders <N>', summary: 'buy from at most so many orders; default: 20' },
    { flags: '--include-expired', summary: 'also from expired orders, which the chain sells' },
    { flags: '--buyer <address>', summary: 'who buys; default: the account of --sign-with' },
    { flags: '--sign-with <file>', summary: 'a file with the words of a mnemonic: sign with it, and send' },
    SNAPSHOT_OPTION,
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees buy --class C01 --budget 100regen --buyer regen1… --rpc https://regen-rpc.publicnode.com',
    'regen-fees buy --class C01 --quantity 10 --retire US-WA --sign-with wallet.txt --rpc https://regen-rpc.publicnode.com',
  ],
  async run(input, io) {
    requireOneAmount(input)
    const signer = await readSigner(input, io)
    const buyer = textOption(input, 'buyer') ?? (await signer?.getAccounts())?.[0]?.address
    if (buyer === undefined) throw optionError('--buyer', 'name who buys, or a mnemonic with --sign-with')
    const { ledger: book, note } = await chooseLedger(input, io, rpc => readBook(rpc, buyer, input, io))
    const fill = parseOptions(() => fillOrders(fillInput(input, book, buyer)))
    const { messages, purchases } = fill
    const preview = previewFees({ messages, snapshot: book, gasLimit: gasOf(purchases.length) })
    const verdict = verdictOf(preview, null, null)
    const report: BuyReport = { fill, preview, verdict, snapshot: book, note, sent: [] }
    if (signer === null || messages.length === 0) return answer(report)
    const urls = requireNodeUrls(input, io)
    const { connectRegen } = await import('../../client/connectRegen.ts')
    const regen = await connectRegen(urls, {
      ...chainOption(input),
      ...connectionOptions(input),
      clock: io.clock,
    })
    const sent: SentPurchase[] = []
    try {
      for (const message of messages) {
        const { txHash, height } = await regen
          .connectSigner(signer)
          .signAndBroadcast([message], { signal: io.signal })
        sent.push({ txHash, height })
        io.err(`Sent: ${txHash}, in block ${height}.`)
      }
    } finally {
      regen.disconnect()
    }
    return answer({ ...report, sent })
  },
}

const answer = (report: BuyReport): Answer =>
  answerOf('buy', report, {
    json: ({ fill, preview, verdict, sent }) => ({
      verdict: toJson(verdict),
      fill: toJson({
        ...fill,
        credits: formatCredits(fill.credits),
        missing: fill.missing === null ? null : formatCredits(fill.missing),
        purchases: fill.purchases.map(purchase => ({
          ...purchase,
          quantity: formatCredits(purchase.quantity),
        })),
      }),
      preview: previewJson(preview),
      sent: toJson(sent),
    }),
    text: renderBuy,
  })

async function readSigner(input: CommandInput, io: Io) {
  const file = textOption(input, 'signWith')
  if (file === undefined) return null
  requireNodeUrls(input, io)
  const words = await io.readFile(requirePath(file))
  const { mnemonicSigner } = await import('../../client/sign/mnemonicSigner.ts')
  return mnemonicSigner(words)
}

/** The book, the fees, and what the buyer holds: everything a fill and its preview look at, at one height. */
async function readBook(
  rpc: Parameters<Parameters<typeof chooseLedger>[2]>[0],
  buyer: string,
  input: CommandInput,
  io: Io,
): Promise<LedgerSnapshot> {
  const { takeSnapshot } = await import('../../snapshot/takeSnapshot.ts')
  const options = { ...chainOption(input), accounts: [buyer], signal: io.signal }
  return (await takeSnapshot(rpc, 'everything', options)).snapshot
}

function requireOneAmount(input: CommandInput): void {
  const [quantity, budget] = [textOption(input, 'quantity'), textOption(input, 'budget')]
  if ((quantity === undefined) === (budget === undefined))
    throw optionError('command line', 'name either --quantity or --budget')
  if (quantity !== undefined && parseOption('--quantity', () => parseCredits(quantity)) === 0n)
    throw optionError('--quantity', 'expected more than 0 credits')
}

function fillInput(input: CommandInput, book: LedgerSnapshot, buyer: string): FillInput {
  const denoms = denomsOf(book)
  const [quantity, budgetText, maxPriceText] = ['quantity', 'budget', 'maxPrice'].map(name =>
    textOption(input, name),
  )
  const budget = budgetText === undefined ? undefined : parseTypedCoin(budgetText, '--budget', denoms)
  const maxPrice =
    maxPriceText === undefined ? undefined : parseTypedCoin(maxPriceText, '--max-price', denoms)
  const [classId, batchDenom, jurisdiction, reason] = ['class', 'batch', 'retire', 'reason'].map(name =>
    textOption(input, name),
  )
  const denom = textOption(input, 'denom') ?? budget?.denom ?? maxPrice?.denom ?? 'uregen'
  const orders = textOption(input, 'maxOrders') ?? '20'
  if (!/^[1-9]\d{0,3}$/.test(orders))
    throw optionError('--max-orders', 'expected a whole number from 1 to 9999')
  if (reason !== undefined && jurisdiction === undefined)
    throw optionError('--reason', 'it needs --retire beside it')
  return {
    book,
    buyer,
    denoms: [denom],
    maxOrders: parseInt(orders, 10),
    includeExpired: input.options['includeExpired'] === true,
    ...(quantity !== undefined && { quantity: parseOption('--quantity', () => parseCredits(quantity)) }),
    ...(budget !== undefined && { budget }),
    ...(maxPrice !== undefined && { maxPrice }),
    ...(classId !== undefined && { classId }),
    ...(batchDenom !== undefined && { batchDenom }),
    ...(jurisdiction !== undefined && { retire: { jurisdiction, ...(reason !== undefined && { reason }) } }),
  }
}
