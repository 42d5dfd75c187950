import { basket, cosmos, ecocredit, marketplace } from '../../src/index.ts'

/** What must not compile: a message without a field that the chain insists on, or with one that it does not know. */

const owner = 'regen1…'
const batchDenom = 'C01-001-20200101-20210101-001'
const credits = [{ batchDenom, amount: '2.5' }]

ecocredit.msgRetire({ owner, credits, jurisdiction: 'US-WA' })
// @ts-expect-error a retirement names where
ecocredit.msgRetire({ owner, credits })
// @ts-expect-error a retirement names whose
ecocredit.msgRetire({ credits, jurisdiction: 'US-WA' })
// @ts-expect-error a retirement names what
ecocredit.msgRetire({ owner, jurisdiction: 'US-WA' })
// @ts-expect-error credits name their batch
ecocredit.msgRetire({ owner, credits: [{ amount: '2.5' }], jurisdiction: 'US-WA' })
// @ts-expect-error credits name their amount
ecocredit.msgRetire({ owner, credits: [{ batchDenom }], jurisdiction: 'US-WA' })
// @ts-expect-error a number is not an amount
ecocredit.msgRetire({ owner, credits: [{ batchDenom, amount: 2.5 }], jurisdiction: 'US-WA' })
// @ts-expect-error there is no field "memo"
ecocredit.msgRetire({ owner, credits, jurisdiction: 'US-WA', memo: 'thanks' })

ecocredit.msgSend({
  sender: owner,
  recipient: owner,
  credits: [{ batchDenom, tradableAmount: 2n, retiredAmount: '0' }],
})
// @ts-expect-error a send names to whom
ecocredit.msgSend({ sender: owner, credits: [] })

const bidPrice = { denom: 'uregen', amount: 25_000_000n }
const order = { sellOrderId: 9n, quantity: '4', bidPrice, retirementJurisdiction: 'US-WA' }
marketplace.msgBuyDirect({ buyer: owner, orders: [order] })
marketplace.msgBuyDirect({ buyer: owner, orders: [{ ...order, sellOrderId: '9' }] })
// @ts-expect-error a purchase names its buyer
marketplace.msgBuyDirect({ orders: [order] })
// @ts-expect-error a purchase names the order
marketplace.msgBuyDirect({ buyer: owner, orders: [{ quantity: '4', bidPrice }] })
// @ts-expect-error a purchase names its bid
marketplace.msgBuyDirect({ buyer: owner, orders: [{ sellOrderId: 9n, quantity: '4' }] })
// @ts-expect-error a number is not the amount of a coin
marketplace.msgBuyDirect({ buyer: owner, orders: [{ ...order, bidPrice: { denom: 'uregen', amount: 25 } }] })
// @ts-expect-error a coin names its denom
marketplace.msgBuyDirect({ buyer: owner, orders: [{ ...order, maxFeeAmount: { amount: '5' } }] })

const offer = { batchDenom, quantity: '1', askPrice: bidPrice }
marketplace.msgSell({ seller: owner, orders: [{ ...offer, expiration: new Date(0) }] })
// @ts-expect-error milliseconds are not a moment
marketplace.msgSell({ seller: owner, orders: [{ ...offer, expiration: 0 }] })
// @ts-expect-error an offer names its price
marketplace.msgSell({ seller: owner, orders: [{ batchDenom, quantity: '1' }] })

// @ts-expect-error a batch names its dates
ecocredit.msgCreateBatch({ issuer: owner, projectId: 'C01-001', issuance: [], metadata: 'm', open: false })
// @ts-expect-error the amount of basket tokens is a whole number, as text or bigint
basket.msgTake({ owner, basketDenom: 'eco.uC.NCT', amount: 5 })
// @ts-expect-error a vote is one of the five
cosmos.govVote({ proposalId: 1n, voter: owner, option: 'VOTE_OPTION_MAYBE' })

// What a builder gives is typed by its message.
const { typeUrl, value } = ecocredit.msgRetire({ owner, credits, jurisdiction: 'US-WA' })
typeUrl satisfies '/regen.ecocredit.v1.MsgRetire'
value.jurisdiction satisfies string
// @ts-expect-error a retirement has no recipient
value.recipient
