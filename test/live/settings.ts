import { randomInt } from 'node:crypto'
import type { FeeParams } from '../../src/mechanisms/live-marketplace-fees/params.ts'
import { network } from '../support/recordings.ts'
import { type Person, personOf } from './people.ts'
import { type Random, seededRandom } from './random.ts'

/** How a run is asked for, from the environment. */
export type LiveSettings = {
  readonly rpc: readonly string[]
  readonly people: readonly Person[]
  readonly governor: Person
  readonly seed: number
  readonly runs: number
  readonly feesToSet: readonly FeeParams[]
}

type Environment = { readonly [name: string]: string | undefined }

export const HOW_TO_RUN = `A live run needs a node:

    scripts/devnet                                            in one terminal, with regen v7 on the PATH
    REGEN_RPC=http://127.0.0.1:26657 npm run test:live        in another

REGEN_RPC            a node, or several of the same chain, separated by commas
REGEN_MNEMONIC       whose accounts 0, 1 and 2 act; account 0 needs some 300 REGEN. Default: the recorded test accounts
REGEN_GOV_MNEMONIC   a validator's operator, to set fees by governance. Default: the recorded validator
REGEN_RUNS           how many random transactions. Default: 60
REGEN_SEED           a whole number, to do the same again. Default: a new one, which is printed`

/** Reads the environment; null when there is no REGEN_RPC. */
export async function liveSettings(environment: Environment): Promise<LiveSettings | null> {
  const { REGEN_RPC, REGEN_MNEMONIC, REGEN_GOV_MNEMONIC, REGEN_SEED, REGEN_RUNS } = environment
  if (!REGEN_RPC) return null
  const seed = wholeNumber('REGEN_SEED', REGEN_SEED) ?? randomInt(1, 1_000_000_000)
  const runs = wholeNumber('REGEN_RUNS', REGEN_RUNS) ?? 60
  const mnemonicOf = (name: string) => network.accounts[name]?.mnemonic ?? ''
  return {
    rpc: REGEN_RPC.split(',').map(url => url.trim()),
    people: await Promise.all(
      ['alice', 'bob', 'carol'].map((name, index) =>
        REGEN_MNEMONIC
          ? personOf(`account ${index}`, REGEN_MNEMONIC.trim(), index)
          : personOf(name, mnemonicOf(name)),
      ),
    ),
    governor: await personOf('val', REGEN_GOV_MNEMONIC?.trim() || mnemonicOf('val')),
    seed,
    runs,
    feesToSet: [{ buyer: '', seller: '' }, anyFees(seededRandom(seed))],
  }
}

/** Fees of which at least one is above nothing, with few and with many decimals. */
const anyFees = (random: Random): FeeParams =>
  random.pick([
    { buyer: '0.01', seller: '0.02' },
    { buyer: '0.1', seller: '0.05' },
    { buyer: '0.0123', seller: '0.004567' },
    { buyer: '', seller: '0.03' },
    { buyer: '0.333333333', seller: '' },
  ])

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Error(`${name} must be a whole number of 1 or more, not "${text}"`)
  return Number(text)
}
