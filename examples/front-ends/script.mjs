// What a purchase costs right now, at a node: node examples/front-ends/script.mjs [node] [buyer] [credits]
import {
  formatAmount,
  formatCredits,
  formatSentence,
  parseCredits,
  previewFees,
  warningSentence,
} from 'regen-fees'
import { connectRegen } from 'regen-fees/client'
import { fillOrders, fillSentence } from 'regen-fees/orders'

const [
  node = 'https://regen-rpc.publicnode.com',
  buyer = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg',
  credits = '10',
] = process.argv.slice(2)

const regen = await connectRegen(node)
try {
  // All orders, the fees in force, and what the buyer holds, at one height.
  const book = await regen.snapshot('everything', { accounts: [buyer] })
  const { allowedDenoms } = book.settings
  const amounts = coins => coins.map(coin => formatAmount(coin, allowedDenoms)).join(' and ')

  const fill = fillOrders({
    book,
    buyer,
    quantity: parseCredits(credits),
    classId: 'C01',
    denoms: ['uregen'],
  })
  console.log(`${formatCredits(fill.credits)} credits for ${amounts(fill.cost)}. ${fillSentence(fill.why)}`)

  const preview = previewFees({ messages: fill.messages, snapshot: book, gasLimit: 300_000n })
  for (const { sentence } of preview.messages) console.log(formatSentence(sentence, allowedDenoms))
  for (const { account, ...coin } of preview.live.debits) console.log(`${account} pays ${amounts([coin])}`)
  for (const warning of preview.warnings) console.log(formatSentence(warningSentence(warning), allowedDenoms))
  // To sign and send it: await regen.connectSigner(wallet).signAndBroadcast(fill.messages)
} finally {
  regen.disconnect()
}
