import type { CoinMovement, CreditMovement } from '../messages/ledger.ts'
import type { FeePreview, MessagePreview } from '../preview/feePreview.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { formatCredits } from '../primitives/credits.ts'
import type { Item } from './compare.ts'
import type { Facts, NotReconciled } from './result.ts'
import { unknownSubjectsOf } from './unknownSubjects.ts'

/** What a preview expects to see in one place of the events, and what it does not know of it. */
export type Expected = {
  readonly coins: readonly Item[]
  readonly credits: readonly Item[]
  readonly escrow: readonly Item[]
  readonly purchases: readonly Item[]
  readonly statements: readonly Item[]
  readonly gaps: readonly NotReconciled[]
}

export const NOTHING_EXPECTED: Expected = {
  coins: [],
  credits: [],
  escrow: [],
  purchases: [],
  statements: [],
  gaps: [],
}

export const coinFacts = ({ from, to, denom, amount }: Omit<CoinMovement, 'kind'>): Facts => ({
  from: accountText(from),
  to: accountText(to),
  denom,
  amount: amount.toString(),
})

export const creditFacts = ({ kind, from, to, batchDenom, amount }: CreditMovement): Facts => ({
  kind,
  from: holdingText(from),
  to: holdingText(to),
  batchDenom,
  amount: formatCredits(amount),
})

export const accountText = (account: string | null): string =>
  account === null ? 'nobody' : normalizeAddress(account)

const holdingText = (holding: CreditMovement['from']): string => {
  if (holding === null) return 'nobody'
  if ('basket' in holding) return `basket ${holding.basket}`
  return `${holding.state} ${normalizeAddress(holding.account)}`
}

/** Credits that go on sale or come back: no event tells how many. */
const ESCROW: ReadonlySet<CreditMovement['kind']> = new Set(['sell', 'unsell'])

/** What one message of a preview makes the events say. Nothing for a message that is only proposed to a vote. */
export function expectedOf(message: MessagePreview): Expected {
  const { index, path, runs, typeUrl, signer, movements, credits, purchases } = message
  if (!runs) return NOTHING_EXPECTED
  const item = (facts: Facts): Item => ({ facts, index, path, position: null })
  const isEscrow = ({ kind }: CreditMovement) => ESCROW.has(kind)
  const statement = Object.hasOwn(STATEMENTS, typeUrl) ? STATEMENTS[typeUrl] : undefined
  return {
    coins: movements.map(coinFacts).map(item),
    credits: credits
      .filter(movement => !isEscrow(movement))
      .map(creditFacts)
      .map(item),
    escrow: credits.filter(isEscrow).map(creditFacts).map(item),
    purchases: purchases.map(({ sellOrderId, denom, buyerFee, sellerFee }) =>
      item({
        order: sellOrderId,
        buyer: normalizeAddress(signer),
        denom,
        ...(buyerFee !== null && { buyerFee: buyerFee.toString() }),
        ...(sellerFee !== null && { sellerFee: sellerFee.toString() }),
      }),
    ),
    statements: (statement?.(message) ?? []).map(item),
    gaps: unknownSubjectsOf(message).map(({ reason, subjects }) => ({
      index,
      path,
      typeUrl,
      reason,
      subjects,
      seen: [],
    })),
  }
}

/** Amounts that an event of a message states beside its movements. They stand here and not with the messages, where every preview would carry them. */
const STATEMENTS: { readonly [typeUrl: string]: (message: MessagePreview) => readonly Facts[] } = {
  '/regen.ecocredit.v1.MsgBurnRegen': ({ signer, movements }) =>
    movements
      .filter(({ from }) => from === signer)
      .map(({ denom, amount }) => statementFacts('EventBurnRegen', signer, denom, amount)),
  '/regen.ecocredit.basket.v1.MsgPut': ({ signer, movements }) =>
    movements
      .filter(({ to }) => to === signer)
      .map(({ denom, amount }) => statementFacts('EventPut', signer, denom, amount)),
  '/regen.ecocredit.basket.v1.MsgTake': ({ signer, movements }) =>
    movements
      .filter(({ from }) => from === signer)
      .map(({ denom, amount }) => statementFacts('EventTake', signer, denom, amount)),
}

export const statementFacts = (event: string, account: string, denom: string, amount: bigint): Facts => ({
  event,
  account: normalizeAddress(account),
  denom,
  amount: amount.toString(),
})

/** Wrappers whose inner messages can be told apart in the events. What a group runs stands under the group's message. */
const MARKS_INNER: ReadonlySet<string> = new Set(['/cosmos.authz.v1beta1.MsgExec'])

/** Where the events of a message stand: its path, without the steps that leave no mark. */
export function visiblePath({ index, path }: MessagePreview, { messages }: FeePreview): readonly number[] {
  const typeAt = (depth: number) =>
    messages.find(
      message =>
        message.index === index &&
        message.path.length === depth &&
        message.path.every((step, position) => step === path[position]),
    )?.typeUrl ?? ''
  return path.filter((_, depth) => MARKS_INNER.has(typeAt(depth)))
}
