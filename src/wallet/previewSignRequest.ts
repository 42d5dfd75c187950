import type { FeePreview, PreviewInput } from '../preview/feePreview.ts'
import { previewFees } from '../preview/previewFees.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { type Coin, formatCoin } from '../primitives/coin.ts'
import { mulCeil, ratio } from '../primitives/ratio.ts'
import { type CoinChange, type CreditChange, coinChanges, creditChanges } from './balanceChanges.ts'
import { type Action, actionOf, type Finding, finding } from './findings.ts'
import { inspect, KNOWN_DENOMS } from './inspect.ts'
import { parseSignRequest } from './request/parseSignRequest.ts'
import type { SignRequest, TransactionRequest } from './request/signRequest.ts'

/** A request with what it costs and changes. */
export type SignPreview = {
  readonly request: SignRequest
  /** Live and proposed fees, side by side; null for data that is no transaction. */
  readonly preview: FeePreview | null
  readonly coins: readonly CoinChange[]
  readonly credits: readonly CreditChange[]
  /** What is wrong with the document; what the ledger says against it is in the preview's warnings. */
  readonly findings: readonly Finding[]
  /** Of findings and warnings together. */
  readonly action: Action
}

/** What a preview may assume, beside the request. */
export type SignPreviewOptions = Pick<PreviewInput, 'policy' | 'prices' | 'rates' | 'phase'>

/** All this asks of a connection: regen-fees/client's `Regen` is one. */
export type SnapshotSource = {
  readonly chainId: string
  readonly snapshot: (
    messages: TransactionRequest['messages'],
    options: SignPreviewOptions & {
      readonly gasLimit: bigint
      readonly feePayer?: string
      readonly accounts: readonly string[]
    },
  ) => Promise<LedgerSnapshot>
}

/**
 * Previews what a wallet is asked to sign: everything parseSignRequest says, the fees in force and those M013 proposes, and what each account has
 * before and after, coin by coin and batch by batch, with the gas fee as it stands in the document.
 *
 * On a snapshot it answers at once; on a connection it reads one first. A request that was read already is taken as well.
 *
 * @example
 * const { action, coins, preview } = previewSignRequest(request, snapshot)
 * const live = await previewSignRequest(request, await connectRegen('https://regen-rpc.publicnode.com'))
 */
export function previewSignRequest(
  request: unknown,
  ledger: LedgerSnapshot,
  options?: SignPreviewOptions,
): SignPreview
export function previewSignRequest(
  request: unknown,
  ledger: SnapshotSource,
  options?: SignPreviewOptions,
): Promise<SignPreview>
export function previewSignRequest(
  given: unknown,
  ledger: LedgerSnapshot | SnapshotSource,
  options: SignPreviewOptions = {},
): SignPreview | Promise<SignPreview> {
  const request = isRead(given) ? given : parseSignRequest(given, { chainId: ledger.chainId })
  if (!isSource(ledger)) return previewOn(request, ledger, options)
  return (async () => {
    if (request.kind !== 'transaction') return dataPreview(request)
    const { messages, fee, feePayer, signers } = request
    const snapshot = await ledger.snapshot(messages, {
      ...options,
      gasLimit: fee.gasLimit,
      ...(feePayer !== null && { feePayer }),
      accounts: signers,
    })
    return previewOn(request, snapshot, options)
  })()
}

const isRead = (given: unknown): given is SignRequest =>
  typeof given === 'object' && given !== null && 'signBytes' in given && 'kind' in given

const isSource = (ledger: LedgerSnapshot | SnapshotSource): ledger is SnapshotSource =>
  'snapshot' in ledger && typeof ledger.snapshot === 'function'

function previewOn(request: SignRequest, snapshot: LedgerSnapshot, options: SignPreviewOptions): SignPreview {
  if (request.kind !== 'transaction') return dataPreview(request)
  const { messages, fee, feePayer } = request
  const [main, ...others] = mainCoinFirst(fee.coins)
  const preview = previewFees({
    ...options,
    messages,
    snapshot: { ...snapshot, gasPrices: [priceOf(main, fee.gasLimit)] },
    gasLimit: fee.gasLimit,
    ...(feePayer !== null && { feePayer }),
  })
  const findings = [...request.findings, ...ledgerFindings(request, snapshot)]
  return {
    request,
    preview,
    coins: coinChanges(preview, snapshot, others),
    credits: creditChanges(preview, snapshot),
    findings,
    action: actionOf([...findings, ...preview.warnings]),
  }
}

const dataPreview = (request: SignRequest): SignPreview => ({
  request,
  preview: null,
  coins: [],
  credits: [],
  findings: request.findings,
  action: request.action,
})

/** uregen before all others, as a preview counts gas in one denom. */
const mainCoinFirst = (coins: readonly Coin[]): readonly Coin[] => [
  ...coins.filter(({ denom }) => denom === 'uregen'),
  ...coins.filter(({ denom }) => denom !== 'uregen'),
]

/** The price at which the gas limit costs exactly what is signed. */
const priceOf = (fee: Coin | undefined, gasLimit: bigint) =>
  fee === undefined || gasLimit === 0n
    ? { denom: 'uregen', amount: ratio(0n) }
    : { denom: fee.denom, amount: ratio(fee.amount, gasLimit) }

/** What only a ledger can tell of a document. */
function ledgerFindings(request: TransactionRequest, snapshot: LedgerSnapshot): readonly Finding[] {
  const { chainId, timeoutHeight, fee, messages, memo, signers } = request
  const { allowedDenoms } = snapshot.settings
  const allowed = allowedDenoms === 'unknown' ? [] : allowedDenoms.map(({ bankDenom }) => bankDenom)
  const before = new Set(request.findings.map(({ code, where }) => `${code} ${where}`))
  const isNew = ({ code, where }: Finding) => !before.has(`${code} ${where}`)
  return [
    ...(chainId === snapshot.chainId ? [] : [finding('CHAIN_DIFFERS', 'chainId', chainId, snapshot.chainId)]),
    ...(timeoutHeight > 0n && timeoutHeight <= snapshot.height
      ? [finding('TIMEOUT_PASSED', 'timeoutHeight', `${timeoutHeight}`, `${snapshot.height}`)]
      : []),
    ...feeTooLow(fee, snapshot),
    ...inspect({ messages, memo, coins: fee.coins }, signers, [...KNOWN_DENOMS, ...allowed]),
  ].filter(isNew)
}

/** A node takes a transaction when one of its prices is met. */
function feeTooLow({ coins, gasLimit }: TransactionRequest['fee'], { gasPrices }: LedgerSnapshot) {
  if (gasPrices === 'unknown' || gasPrices.length === 0) return []
  const needed = gasPrices.map(({ denom, amount }) => ({ denom, amount: mulCeil(gasLimit, amount) }))
  const isMet = needed.some(
    least =>
      least.amount === 0n ||
      coins.some(({ denom, amount }) => denom === least.denom && amount >= least.amount),
  )
  const least = needed.map(formatCoin).join(' or ')
  return isMet ? [] : [finding('FEE_TOO_LOW', 'fee', coins.map(formatCoin).join(', ') || 'nothing', least)]
}
