import { M013_PHASES, type M013Phase } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { Message } from '../../messages/message.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { previewJson } from '../../preview/previewJson.ts'
import { previewWithEffects } from '../../preview/previewWithEffects.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { toJson } from '../../primitives/canonical.ts'
import {
  type Command,
  type CommandInput,
  type Io,
  JSON_OPTION,
  POLICY_OPTION,
  textOption,
} from '../command.ts'
import { chooseLedger, SNAPSHOT_OPTION } from '../input/chooseLedger.ts'
import { messagesIn } from '../input/messagesIn.ts'
import { PRICE_OPTION, pricesOf, RATE_OPTION, rateTextsOf } from '../input/priceOptions.ts'
import { readJsonOrStdin, readPolicy, wholeOption } from '../input/readInput.ts'
import { PRICES_OPTIONS, withPriceSources } from '../input/readPriceSources.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOptions } from '../io/inputError.ts'
import { DENOMS_OPTION, withDenoms } from '../options/denomsOption.ts'
import { EFFECT_OPTIONS, parseEffects, withinSupply } from '../options/effectOptions.ts'
import { chainOption, NODE_OPTIONS } from '../options/nodeOptions.ts'
import { parseTxTerms, type TxTerms } from '../options/txTerms.ts'
import { estimateGas, type GasEstimate } from '../preview/estimateGas.ts'
import { feeRouterOf } from '../preview/feeRouterOption.ts'
import { type GasCost, pricesOffered, typicalCost } from '../preview/gasCost.ts'
import { renderPreview } from '../preview/renderPreview.ts'
import { verdictOf } from '../preview/verdict.ts'

/** How a preview ends under --strict when the chain would refuse the transaction. */
const REFUSED = 3

export const preview: Command = {
  description:
    'Says whether Regen Ledger v7 would refuse a transaction, what it costs today line by line with who pays (live), and what M013 would ' +
    'charge (proposed, not in force). The two are never added up. Gas is estimated by the node where one is named, else it is typical gas.',
  arguments: [
    {
      name: '[messages.json]',
      summary:
        'a list of messages, or a transaction of the regen command line (--generate-only); "-": standard input',
    },
  ],
  options: [
    SNAPSHOT_OPTION,
    ...NODE_OPTIONS,
    POLICY_OPTION,
    PRICE_OPTION,
    ...PRICES_OPTIONS,
    DENOMS_OPTION,
    RATE_OPTION,
    {
      flags: '--fee-router <address>',
      summary:
        'with a node: the contract by which M013 is in force on its chain, or module; its rates and shares count then',
    },
    {
      flags: '--contracts <file>',
      summary: 'the same by a list (JSON): { "regen-1": { "feeRouter": "regen1…" } }; a module wins over it',
    },
    { flags: '--phase <phase>', summary: `the phase of M013 to answer for: ${M013_PHASES.join(', ')}` },
    { flags: '--gas <limit>', summary: 'the gas limit, instead of an estimate' },
    { flags: '--strict', summary: `exit with ${REFUSED} when the chain would refuse the transaction` },
    ...EFFECT_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees preview examples/mixed.json',
    'regen-fees preview examples/retirement.json --price C01=30REGEN --json',
    'regen-fees preview examples/mixed.json --supply 224000000 --staked 80000000',
    'regen-fees preview examples/purchase.json --rpc https://regen-rpc.publicnode.com',
    'regen-fees preview --strict --gas 200000 - < examples/purchase.json',
  ],
  async run(input, io) {
    const given = await readJsonOrStdin(input.args[0], 'messages', io, 'examples/purchase.json')
    const messages = await unpacked(messagesIn(given))
    const terms = parseTxTerms(given)
    const stated = await readAssumptions(input, io, terms)
    const found: { estimate: GasEstimate | null } = { estimate: null }
    const { ledger, note } = await chooseLedger(input, io, async rpc => {
      const { takeSnapshot } = await import('../../snapshot/takeSnapshot.ts')
      // Any limit makes the snapshot hold the coins of whoever pays the gas.
      const router = await feeRouterOf(input, io, rpc)
      const options = {
        gasLimit: 1n,
        ...stated,
        ...chainOption(input),
        signal: io.signal,
        ...(router !== undefined && { feeRouter: router }),
      }
      const { snapshot } = await takeSnapshot(rpc, messages, options)
      if (stated.gasLimit === undefined)
        found.estimate = await estimateGas(rpc, messages, snapshot, terms, io)
      return withDenoms(snapshot, rpc, input, io)
    })
    const offered = { ...ledger, gasPrices: pricesOffered(terms, ledger.gasPrices) }
    const snapshot = await withPriceSources(offered, input, io, stated.policy)
    const { estimate } = found
    const gasLimit =
      stated.gasLimit ?? (estimate !== null && 'limit' in estimate ? estimate.limit : undefined)
    const asked = { messages, snapshot, ...stated, ...(gasLimit !== undefined && { gasLimit }) }
    const result = withinSupply(() => parseOptions(() => previewWithEffects(asked)))
    const gas = gasCost(result, {
      messages,
      snapshot,
      terms,
      estimate,
      isGiven: input.options['gas'] !== undefined,
    })
    const verdict = verdictOf(result, terms, estimate)
    return answerOf(
      'preview',
      { preview: result, verdict, gas, terms, snapshot, note },
      {
        json: ({ preview, verdict, gas, terms }) => ({
          verdict: toJson(verdict),
          gas: toJson(gas),
          transaction: toJson(terms),
          ...(previewJson(preview) as object),
        }),
        text: renderPreview,
        exitCode: verdict.refused && input.options['strict'] === true ? REFUSED : 0,
      },
    )
  },
}

/** Messages packed as bytes are opened; only then is it needed to know how. */
async function unpacked(messages: readonly Message[]): Promise<readonly Message[]> {
  if (!holdsBytes(messages)) return messages
  const { unpackMessages } = await import('../../wire/unpackMessages.ts')
  return unpackMessages(messages)
}

const holdsBytes = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsBytes))

async function readAssumptions(input: CommandInput, io: Io, terms: TxTerms | null) {
  const fee = terms?.fee ?? null
  const payer = fee?.granter || fee?.payer
  const gas = wholeOption(input, 'gas', 'gasLimit')
  return {
    policy: await readPolicy(input, io),
    prices: pricesOf(input),
    rates: rateTextsOf(input),
    phase: parsePhase(input),
    ...(fee !== null && fee.gasLimit > 0n && { gasLimit: fee.gasLimit }),
    ...gas,
    ...(payer && { feePayer: payer }),
    ...parseEffects(input),
  }
}

/** The gas that the preview counted; or typical gas, which it did not count. */
function gasCost(
  { live, messages: [first] }: FeePreview,
  {
    messages,
    snapshot,
    terms,
    estimate,
    isGiven,
  }: {
    readonly messages: readonly Message[]
    readonly snapshot: LedgerSnapshot
    readonly terms: TxTerms | null
    readonly estimate: GasEstimate | null
    readonly isGiven: boolean
  },
): GasCost {
  const payer = terms?.fee?.granter || terms?.fee?.payer || first?.signer || null
  if (live.gas === null) return typicalCost(messages, payer, snapshot.gasPrices, estimate)
  const basis = isGiven ? 'given' : estimate === null ? 'transaction' : 'estimated'
  return { ...live.gas, basis, note: null }
}

function parsePhase(input: CommandInput): M013Phase {
  const phase = textOption(input, 'phase') ?? 'VALUE_BASED'
  const found = M013_PHASES.find(name => name === phase)
  if (found !== undefined) return found
  throw optionError('--phase', `expected ${M013_PHASES.join(', ')}; got "${phase}"`)
}
