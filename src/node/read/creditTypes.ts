import { type CreditTypeInfo, toCreditType } from '../decode/credits/creditType.ts'
import { creditType, creditTypes } from '../endpoints/credits.ts'
import { ask, askIfAny, type NodeAt } from './ask.ts'
import { type Question, question } from './question.ts'

export const creditTypeQuestion = (abbreviation: string): Question<CreditTypeInfo> =>
  question(creditType, { abbreviation }, (response, read) => {
    const found = read.message('credit_type', response.creditType, toCreditType)
    read.same('credit_type.abbreviation', found.abbreviation, abbreviation)
    return found
  })

/** All of them: this list has no pages. */
export const creditTypesQuestion = (): Question<readonly CreditTypeInfo[]> =>
  question(creditTypes, {}, (response, read) => read.each('credit_types', response.creditTypes, toCreditType))

/**
 * A credit type by its abbreviation, or null.
 *
 * @example
 * const creditType = await readCreditType(at, 'C')
 */
export const readCreditType = (ledger: NodeAt, abbreviation: string): Promise<CreditTypeInfo | null> =>
  askIfAny(ledger, creditTypeQuestion(abbreviation))

/**
 * Every credit type, such as C for carbon.
 *
 * @example
 * const creditTypes = await readCreditTypes(at)
 */
export const readCreditTypes = (ledger: NodeAt): Promise<readonly CreditTypeInfo[]> =>
  ask(ledger, creditTypesQuestion())
