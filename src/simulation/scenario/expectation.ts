import * as z from 'zod/mini'
import { OUTCOMES, type OutcomeName } from '../run/outcome.ts'
import { Named, NumberText, ZeroOrMore } from './numberSchemas.ts'

/** What a document says a scenario comes to, as a condition on one outcome; `erratum` says why it does not where it does not. */
export const Expectation = z.strictObject({
  published: Named,
  outcome: z.enum(Object.keys(OUTCOMES) as [OutcomeName, ...OutcomeName[]]),
  is: z.enum(['below', 'at least', 'about']),
  value: NumberText,
  tolerance: z._default(ZeroOrMore, 0),
  erratum: z._default(z.nullable(z.string()), null),
})
export type Expectation = z.output<typeof Expectation>
