import { WHOLE_CATALOG } from './catalog.ts'
import type { Message } from './message.ts'
import { toMessages } from './parse/toMessages.ts'

/**
 * Reads messages from what programs and libraries give: a list, or a document that holds one, such as `{ messages }`, a
 * transaction as `regen tx … --generate-only` prints it, the answer of `regen q tx` or REST, or an amino sign document.
 *
 * Each message is `{ typeUrl, value }`, `{ "@type", …fields }` or `{ type, value }` of amino JSON, its fields in camelCase or
 * snake_case, as the builders take them, as proto3 JSON, or as the generated types of other libraries. What has a wrong
 * shape throws INPUT_INVALID; what the chain would refuse is read all the same, for the preview to say so. Messages outside of
 * the catalog, and packed ones, are passed on as they are.
 *
 * @example
 * const messages = parseMessages([
 *   { typeUrl: '/regen.ecocredit.v1.MsgBurnRegen', value: { burner: seller, amount: '5000000', reason: 'thanks' } },
 * ])
 * messages[0]?.typeUrl // '/regen.ecocredit.v1.MsgBurnRegen'
 */
export const parseMessages = (json: unknown): readonly Message[] => toMessages(json, WHOLE_CATALOG)
