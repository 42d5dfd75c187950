import type { PriceAnswer } from '../../oracles/priceSource.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { parseTime } from '../../primitives/time.ts'
import { type CommandInput, type CommandOption, type Io, listOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'
import {
  documentNamed,
  SOURCE_OPTIONS,
  TRUST_OPTION,
  trustedOf,
  withDocuments,
} from '../options/sourceOptions.ts'

export const PRICES_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--prices <file|url|index>',
    summary:
      'prices by class and credit type: CSV (class,price,time), JSON { "types": { "C": "20REGEN" } } or an address of it; or index:<folder>, postgres://…',
    repeatable: true,
  },
  ...SOURCE_OPTIONS,
]

/** The same where no node is asked and trades are known already, or not wanted. */
export const STATED_PRICES_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--prices <file|url>',
    summary:
      'prices by class and credit type: CSV (class,price,time), JSON { "types": { "C": "20REGEN" } } or an address of it',
    repeatable: true,
  },
  TRUST_OPTION,
]

/** What files and addresses state, as of a moment in seconds since 1970. */
export async function readStatedPrices(
  input: CommandInput,
  io: Io,
  policy: PolicyConfig,
  at: bigint,
): Promise<PriceAnswer['stated']> {
  const named = listOption(input, 'prices')
  if (named.length === 0) return []
  if (named.some(isIndex)) throw optionError('--prices', 'expected files or addresses here, no index')
  const { priceRules, priceSource, readPrices } = await import('../../oracles/index.ts')
  const documents = await Promise.all(named.map(text => documentNamed(text, input, io)))
  return (await readPrices(documents.map(priceSource), priceRules(policy, trustedOf(input)), at)).stated
}

const NOTHING: PriceAnswer = { stated: [], trades: null }

/** The prices of every source that is named, as of the moment of a ledger. One that does not hold is an error; none named is nothing. */
export async function readPriceSources(
  input: CommandInput,
  io: Io,
  policy: PolicyConfig,
  ledger: Pick<LedgerSnapshot, 'chainId' | 'height' | 'time'>,
): Promise<PriceAnswer> {
  const named = listOption(input, 'prices')
  if (named.length === 0) return NOTHING
  const indexes = named.filter(isIndex)
  if (indexes.length > 1) throw optionError('--prices', 'name one index: trades of two would count twice')
  const { priceRules, priceSource, readPrices } = await import('../../oracles/index.ts')
  const at = parseTime(ledger.time).seconds
  const texts = named.filter(text => !isIndex(text))
  const documents = await Promise.all(texts.map(text => documentNamed(text, input, io)))
  const stated = await withDocuments(documents, { input, io, place: ledger }, documents =>
    readPrices(documents.map(priceSource), priceRules(policy, trustedOf(input)), at),
  )
  const [index] = indexes
  return index === undefined ? stated : { ...stated, trades: await tradesOf(index, ledger.chainId, at) }
}

/** A snapshot in which the prices of every source that is named count. */
export async function withPriceSources(
  snapshot: LedgerSnapshot,
  input: CommandInput,
  io: Io,
  policy: PolicyConfig,
): Promise<LedgerSnapshot> {
  if (listOption(input, 'prices').length === 0) return snapshot
  const { withPrices } = await import('../../oracles/index.ts')
  return withPrices(snapshot, await readPriceSources(input, io, policy, snapshot))
}

const isIndex = (text: string): boolean => /^(index:|postgres(ql)?:\/\/)/.test(text)

async function tradesOf(index: string, chainId: string, at: bigint) {
  const { openStore } = await import('../../indexer/index.ts')
  const { indexPrices } = await import('../../oracles/index.ts')
  const store = await openStore(index.replace(/^index:/, ''), { create: false })
  try {
    return (await indexPrices(store, chainId).readPrices(at)).trades
  } finally {
    await store.close()
  }
}
