import { type CreditClassInfo, toCreditClass } from '../decode/credits/creditClass.ts'
import { classes, classesByAdmin, classIssuers, creditClass } from '../endpoints/credits.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

export const creditClassQuestion = (classId: string): Question<CreditClassInfo> =>
  question(creditClass, { classId }, (response, read) => {
    const found = read.message('class', response.class, toCreditClass)
    read.same('class.id', found.id, classId)
    return found
  })

export const creditClassesQuestion = (): ListQuestion<CreditClassInfo> =>
  listQuestion(
    classes,
    {},
    (response, read) => read.each('classes', response.classes, toCreditClass),
    'whole',
  )

/** Who may issue credits of a class. */
export const classIssuersQuestion = (classId: string): ListQuestion<string> =>
  listQuestion(
    classIssuers,
    { classId },
    ({ issuers }, read) => issuers.map((issuer, index) => read.address(`issuers.${index}`, issuer)),
    'whole',
  )

/**
 * A class by its id, or null.
 *
 * @example
 * const creditClass = await readCreditClass(at, 'C01')
 */
export const readCreditClass = (ledger: NodeAt, classId: string): Promise<CreditClassInfo | null> =>
  askIfAny(ledger, creditClassQuestion(classId))

/**
 * Every credit class.
 *
 * @example
 * const creditClasses = await readCreditClasses(at)
 */
export const readCreditClasses = (ledger: NodeAt): Promise<readonly CreditClassInfo[]> =>
  askAll(ledger, creditClassesQuestion())

/**
 * The classes that an account administers.
 *
 * @example
 * const creditClassesByAdmin = await readCreditClassesByAdmin(at, seller)
 */
export const readCreditClassesByAdmin = (
  ledger: NodeAt,
  admin: string,
): Promise<readonly CreditClassInfo[]> =>
  askAll(
    ledger,
    listQuestion(
      classesByAdmin,
      { admin },
      (response, read) => read.each('classes', response.classes, toCreditClass),
      'whole',
    ),
  )

/**
 * Who may issue credits of a class; null when there is no such class.
 *
 * @example
 * const classIssuers = await readClassIssuers(at, 'C01')
 */
export const readClassIssuers = (ledger: NodeAt, classId: string): Promise<readonly string[] | null> =>
  askAllIfAny(ledger, classIssuersQuestion(classId))
