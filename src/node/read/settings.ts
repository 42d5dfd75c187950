import type { AllowedDenom } from '../../messages/ledger.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { AllowedDenom as Wire } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import { toFee } from '../decode/coin.ts'
import type { Fields } from '../decode/fields.ts'
import {
  allowedBridgeChains,
  allowedClassCreators,
  allowedDenoms,
  basketFee,
  classCreatorAllowlist,
  classFee,
} from '../endpoints/credits.ts'
import { ask, askAll, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

export const classFeeQuestion = (): Question<Coin | null> =>
  question(classFee, {}, ({ fee }, read) => toFee(fee, read))

export const basketFeeQuestion = (): Question<Coin | null> =>
  question(basketFee, {}, ({ fee }, read) => toFee(fee, read))

export const toAllowedDenom = ({ bankDenom, displayDenom, exponent }: Wire, read: Fields): AllowedDenom => ({
  bankDenom: read.denom('bank_denom', bankDenom),
  displayDenom: read.text('display_denom', displayDenom),
  exponent: exponent <= 24 ? exponent : read.fail('exponent', 'at most 24', exponent),
})

export const allowedDenomsQuestion = (): ListQuestion<AllowedDenom> =>
  listQuestion(
    allowedDenoms,
    {},
    (response, read) => read.each('allowed_denoms', response.allowedDenoms, toAllowedDenom),
    'whole',
  )

export const bridgeChainsQuestion = (): Question<readonly string[]> =>
  question(allowedBridgeChains, {}, response => response.allowedBridgeChains.map(chain => chain))

/** Whether only those on a list may create classes. */
export const allowlistQuestion = (): Question<boolean> =>
  question(classCreatorAllowlist, {}, ({ enabled }) => enabled)

/** That list, which may have members while it does not count. */
export const classCreatorsQuestion = (): ListQuestion<string> =>
  listQuestion(
    allowedClassCreators,
    {},
    ({ classCreators }, read) =>
      classCreators.map((creator, index) => read.address(`class_creators.${index}`, creator)),
    'hundred',
  )

/**
 * What creating a class costs; null for nothing.
 *
 * @example
 * const classFee = await readClassFee(at)
 */
export const readClassFee = (ledger: NodeAt): Promise<Coin | null> => ask(ledger, classFeeQuestion())

/**
 * What creating a basket costs; null for nothing.
 *
 * @example
 * const basketFee = await readBasketFee(at)
 */
export const readBasketFee = (ledger: NodeAt): Promise<Coin | null> => ask(ledger, basketFeeQuestion())

/**
 * The denoms in which credits may be offered.
 *
 * @example
 * const allowedDenoms = await readAllowedDenoms(at)
 */
export const readAllowedDenoms = (ledger: NodeAt): Promise<readonly AllowedDenom[]> =>
  askAll(ledger, allowedDenomsQuestion())

/**
 * The chains to and from which credits may be bridged.
 *
 * @example
 * const bridgeChains = await readBridgeChains(at)
 */
export const readBridgeChains = (ledger: NodeAt): Promise<readonly string[]> =>
  ask(ledger, bridgeChainsQuestion())

/**
 * Who may create classes; null for everybody.
 *
 * @example
 * const classCreators = await readClassCreators(at)
 */
export async function readClassCreators(ledger: NodeAt): Promise<readonly string[] | null> {
  const [enabled, creators] = await Promise.all([
    ask(ledger, allowlistQuestion()),
    askAll(ledger, classCreatorsQuestion()),
  ])
  return enabled ? creators : null
}
