import { CATALOG } from '../../messages/catalog.ts'
import { DEAD_MESSAGES } from '../../messages/deadMessages.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { table, wrap } from '../render/text.ts'

export const messages: Command = {
  name: 'messages',
  summary: 'the messages this SDK builds and previews',
  description:
    'Lists every message with its signer, what M013 would charge it as, and how its value is found.',
  arguments: [],
  options: [JSON_OPTION],
  examples: ['regen-fees messages', 'regen-fees messages --json'],
  async run({ options }, io) {
    if (options['json']) {
      const list = CATALOG.map(({ typeUrl, signer, charges, valuedBy = null }) => ({
        typeUrl,
        signer,
        charges,
        valuedBy,
      }))
      io.out(JSON.stringify({ messages: list, unusable: DEAD_MESSAGES }, null, 2))
      return 0
    }
    io.out(
      table(
        ['message', 'signer', 'proposed: charged as', 'value'],
        CATALOG.map(({ typeUrl, signer, charges, valuedBy }) => [
          typeUrl,
          signer,
          charges.join(', ') || 'gas only',
          wrap(valuedBy ?? '', 40),
        ]),
        io.colors,
      ),
    )
    io.out('\nNot usable on v7:')
    for (const [typeUrl, { reason }] of Object.entries(DEAD_MESSAGES)) io.out(`${typeUrl}: ${reason}`)
    return 0
  },
}
