import { CATALOG } from '../../messages/catalog.ts'
import { DEAD_MESSAGES } from '../../messages/deadMessages.ts'
import { VALUED_BY } from '../../messages/valuedBy.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { type Page, table } from '../render/table.ts'

export const messages: Command = {
  description:
    'Lists every message with its signer, what M013 would charge it as, and how its value is found.',
  arguments: [],
  options: [JSON_OPTION],
  examples: ['regen-fees messages', 'regen-fees messages --json'],
  async run() {
    const list = CATALOG.map(({ typeUrl, signer, charges }) => ({
      typeUrl,
      signer,
      charges,
      valuedBy: VALUED_BY[typeUrl] ?? null,
    }))
    return answerOf(
      'messages',
      { messages: list, unusable: DEAD_MESSAGES },
      { json: found => found, text: ({ messages }, page) => lines(messages, page) },
    )
  },
}

type Listed = Pick<(typeof CATALOG)[number], 'typeUrl' | 'signer' | 'charges'> & {
  readonly valuedBy: string | null
}

/** A table for each package, as the names of messages are long enough without it. */
function lines(messages: readonly Listed[], page: Page): readonly string[] {
  const packages = [...new Set(messages.map(({ typeUrl }) => packageOf(typeUrl)))]
  return [
    ...packages.flatMap(name => [
      page.ink.bold(name),
      table(
        ['message', 'signer', 'proposed: charged as', 'value'],
        messages
          .filter(({ typeUrl }) => packageOf(typeUrl) === name)
          .map(({ typeUrl, signer, charges, valuedBy }) => [
            typeUrl.slice(name.length + 2),
            signer,
            charges.join(', ') || 'gas only',
            valuedBy ?? '',
          ]),
        page,
      ),
      '',
    ]),
    page.ink.bold('Not usable on v7'),
    ...Object.entries(DEAD_MESSAGES).map(([typeUrl, { reason }]) => `- ${typeUrl}: ${reason}`),
  ]
}

const packageOf = (typeUrl: string): string => typeUrl.slice(1, typeUrl.lastIndexOf('.'))
