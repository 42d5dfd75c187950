import type { Store } from '../../indexer/index.ts'
import { type CommandInput, type CommandOption, textOption } from '../command.ts'

export const DB_OPTION: CommandOption = {
  flags: '--db <folder|postgres://…>',
  summary: 'where the index is: a folder, or a PostgreSQL server; also REGEN_INDEX; default: ./regen-index',
}

/** Works with the index that a command names, and closes it whatever happens. Only who writes one may make it. */
export async function withStore<Result>(
  input: CommandInput,
  io: { readonly env: (name: string) => string | undefined },
  work: (store: Store) => Promise<Result>,
  { create = false }: { readonly create?: boolean } = {},
): Promise<Result> {
  const { openStore } = await import('../../indexer/index.ts')
  const store = await openStore(textOption(input, 'db') ?? io.env('REGEN_INDEX') ?? 'regen-index', { create })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
