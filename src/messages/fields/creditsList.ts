import * as z from 'zod/mini'
import { batchDenom } from './identifiers.ts'
import { nonEmptyList } from './nested.ts'
import { positiveAmount } from './numbers.ts'

/** Credits by batch, at least of one. */
export const creditsList = () => nonEmptyList(z.strictObject({ batchDenom, amount: positiveAmount }))
