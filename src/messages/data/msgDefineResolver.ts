import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { rule } from '../fields/rules.ts'
import { address, text } from '../fields/text.ts'

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

const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*:/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the chain's parser refuses exactly these
const CONTROL = /[\u0000-\u001f\u007f]/
const BAD_ESCAPE = /%(?![0-9a-fA-F]{2})/

/**
 * Why the chain's URL parser (Go's url.ParseRequestURI) refuses a text; null when it takes it.
 *
 * It takes more than a browser would: '*', any path, and any scheme with anything behind it.
 */
function requestUriProblem(value: string): string | null {
  if (value === '') return 'it is empty'
  if (CONTROL.test(value)) return 'it has a control character'
  if (value === '*') return null
  const scheme = SCHEME.exec(value)?.[0] ?? ''
  const rest = value.slice(scheme.length)
  if (scheme === '' && !value.startsWith('/'))
    return 'expected a URL such as "https://example.org/", or a path'
  if (!rest.startsWith('/')) return null
  const [beforeQuery = ''] = rest.split('?', 1)
  if (scheme !== '' && rest.startsWith('//')) return authorityProblem(beforeQuery)
  return BAD_ESCAPE.test(beforeQuery) ? 'it has a broken %-escape' : null
}

/** '//user@host:port/path': the host must be plausible, a port is digits. */
function authorityProblem(rest: string): string | null {
  const [, authority = '', path = ''] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? []
  if (BAD_ESCAPE.test(path)) return 'it has a broken %-escape'
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  if (/[\s#\\^`{}|]/.test(host) || BAD_ESCAPE.test(authority))
    return 'its host has a character that hosts do not have'
  if (host.startsWith('[') && !host.includes(']')) return 'its host lacks "]"'
  const port = host.slice(host.lastIndexOf(']') + 1)
  return /:[^:]*[^0-9:][^:]*$/.test(port) ? 'its port is not a number' : null
}
