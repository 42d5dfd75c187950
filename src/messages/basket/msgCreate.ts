import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { DAY, formatTime, isTimestamp } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { basketName, classId, creditTypeAbbreviation } from '../fields/identifiers.ts'
import { list, nonEmptyList, noTwice, optional } from '../fields/nested.ts'
import { positiveCoin, uint32 } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import { address, optionalText } from '../fields/text.ts'
import { optionalDuration, optionalTime } from '../fields/time.ts'
import { payCreationFee } from '../keeper/creationFee.ts'
import { shortList } from '../keeper/credits.ts'
import type { DateCriteria } from '../ledger.ts'

const OLDEST_START = -2_208_992_400n
const SHORTEST_WINDOW = DAY

const dateCriteria = z
  .strictObject({ minStartDate: optionalTime, startDateWindow: optionalDuration, yearsInThePast: uint32 })
  .check(
    rule('date-criteria', ({ minStartDate, startDateWindow, yearsInThePast }) =>
      [minStartDate, startDateWindow, yearsInThePast || undefined].filter(value => value !== undefined)
        .length > 1
        ? 'at most one of the three criteria'
        : null,
    ),
    rule('date-criteria', ({ minStartDate }) =>
      minStartDate && minStartDate.seconds < OLDEST_START ? 'minStartDate must not lie before 1900' : null,
    ),
    rule('date-criteria', ({ startDateWindow }) =>
      startDateWindow && startDateWindow.seconds < SHORTEST_WINDOW
        ? 'startDateWindow must be at least one day'
        : null,
    ),
  )

/**
 * Creates a basket: a token that stands for any credit of its classes. The basket fee is taken and burned.
 *
 * @example
 * msgCreate({
 *   curator: seller,
 *   name: 'RCT',
 *   description: 'd',
 *   exponent: 6,
 *   disableAutoRetire: true,
 *   creditTypeAbbrev: 'C',
 *   allowedClasses: ['C01'],
 *   dateCriteria: { startDateWindow: { seconds: 315360000n, nanos: 0 }, yearsInThePast: 0 },
 *   fee: [{ denom: 'uregen', amount: '20000000' }]
 * })
 */
export const msgCreate = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.basket.v1.MsgCreate',
  signer: 'curator',
  schema: () =>
    z.strictObject({
      curator: address,
      name: basketName,
      description: optionalText(256),
      exponent: uint32,
      disableAutoRetire: flag,
      creditTypeAbbrev: creditTypeAbbreviation,
      allowedClasses: nonEmptyList(classId).check(noTwice),
      dateCriteria: optional(dateCriteria),
      fee: list(positiveCoin).check(rule('fee', fee => (fee.length > 1 ? 'at most one coin' : null))),
    }),
  charges: [],
  sentence: ({ name, allowedClasses }) =>
    `Creates the basket ${sanitize(name)} for credits of ${sanitize(shortList(allowedClasses))}.`,
  run({ curator, name, creditTypeAbbrev, allowedClasses, disableAutoRetire, dateCriteria, fee }, ledger) {
    payCreationFee('basket', curator, fee[0], ledger)
    ledger.look('credit type', creditTypeAbbrev)
    if (ledger.search('basket', basket => basket.name === name))
      ledger.warn('ALREADY_EXISTS', { what: 'basket named', id: name })
    for (const classId of allowedClasses) {
      const creditType = ledger.look('credit class', classId)?.creditType
      if (creditType !== undefined && creditType !== creditTypeAbbrev)
        ledger.warn('CLASS_TYPE_DIFFERS', { classId, creditType, wanted: creditTypeAbbrev })
    }
    if (dateCriteria?.yearsInThePast) ledger.warn('BASKET_CRITERIA_LOST', {})
    ledger.add('basket', {
      denom: `eco.u${creditTypeAbbrev}.${name}`,
      name,
      curator,
      creditType: creditTypeAbbrev,
      disableAutoRetire,
      allowedClasses,
      dateCriteria: criteriaOf(dateCriteria),
      balances: [],
    })
  },
})

const criteriaOf = (given: z.output<typeof dateCriteria> | undefined): DateCriteria => {
  const start = given?.minStartDate
  if (start && isTimestamp(start)) return { minStartDate: formatTime(start) }
  if (given?.startDateWindow) return { startDateWindowSeconds: given.startDateWindow.seconds }
  return given?.yearsInThePast ? { yearsInThePast: given.yearsInThePast } : null
}
