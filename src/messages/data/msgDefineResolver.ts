import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import { address, text } from '../fields/text.ts'
import { requestUriProblem } from './requestUri.ts'

/**
 * Registers a URL at which data can be looked up by its hash.
 *
 * @example
 * msgDefineResolver({
 *   definer: seller,
 *   resolverUrl: 'https://foo.bar',
 *   public: true
 * })
 */
export const msgDefineResolver = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.data.v2.MsgDefineResolver',
  signer: 'definer',
  schema: () =>
    z.strictObject({
      definer: address,
      resolverUrl: text.check(rule('url', requestUriProblem)),
      public: flag,
    }),
  charges: [],
  sentence: ({ resolverUrl }) => `Registers ${sanitize(resolverUrl)} as a place to look up data.`,
})
