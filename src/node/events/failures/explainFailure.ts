import { FAILURE_CODES } from './failureCodes.ts'
import { FAILURES, type FailureName } from './failureNames.ts'
import { FAILURE_REASONS } from './failureReasons.ts'

/** How a transaction, a broadcast or a simulation ended. */
export type TxOutcome = { readonly code: number; readonly codespace: string; readonly log: string }

/** Why a transaction failed: the chain's own words, and ours. */
export type TxFailure = {
  readonly name: FailureName
  readonly codespace: string
  readonly code: number
  /** The message that failed; null when the transaction was refused as a whole. */
  readonly messageIndex: number | null
  /** The chain's own reason, without what is around it. */
  readonly reason: string
  /** Values named by the reason, such as the fee that is required. */
  readonly facts: { readonly [name: string]: string }
  readonly meaning: string
  readonly fix: string
}

const MAX_REASON_LENGTH = 1000

/** Of a longer log, the beginning and the end are read: the reason stands at the one, what kind of failure it is at the other. */
const MAX_LOG = 20_000

const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu

/** What a simulation puts around a log, and the stack that a panic adds. */
const SIMULATION = /^rpc error: code = \w+ desc = /
const ABOUT_SIMULATION = /(?: \[[^[\]]*\.go:\d+\])? with gas used: '\d+': unknown request$/
const STACK = /[\n ]stack:[\s\S]*$/
const FAILED_MESSAGE = /^failed to execute message; message index: (\d{1,9}): /
/** Two accounts as raw bytes, which may be any characters. @see cosmos-sdk x/auth/ante/fee.go */
const RAW_ACCOUNTS = /^[\s\S]*?( does not allow to pay fees for )[\s\S]*?(: fee-grant not found)/

/**
 * Why a transaction failed; null for one that succeeded. Works on the result of a block, a broadcast and a simulation.
 *
 * @example
 * explainFailure({ code: 11, codespace: 'sdk', log: 'out of gas in location: WriteFlat' })?.meaning // 'The gas limit was too low.'
 */
export function explainFailure({ code, codespace, log }: TxOutcome): TxFailure | null {
  if (code === 0) return null
  const said = log.length > MAX_LOG ? `${log.slice(0, MAX_LOG / 2)} … ${log.slice(-MAX_LOG / 2)}` : log
  const isSimulated = SIMULATION.test(said)
  const inner = said.replace(SIMULATION, '').replace(ABOUT_SIMULATION, '')
  const isPanic = inner.startsWith('recovered: ')
  const whole = inner
    .replace(/^recovered: /, '')
    .replace(STACK, '')
    .trim()
  const index = FAILED_MESSAGE.exec(whole)?.[1]
  const reason = whole.replace(FAILED_MESSAGE, '').replace(RAW_ACCOUNTS, '…$1…$2')
  // A simulation ends with code 6 whatever the reason; the words at the end of the log tell the code it stands for.
  const known = FAILURE_CODES.find(known =>
    isSimulated
      ? (isPanic ? 'panic' : reason) === known.text || reason.endsWith(`: ${known.text}`)
      : known.codespace === codespace && known.code === code,
  )
  const shown = reason.slice(0, MAX_REASON_LENGTH).replace(UNPRINTABLE, ' ')
  const told = FAILURE_REASONS.map(({ name, pattern }) => ({ name, match: pattern.exec(shown) })).find(
    ({ match }) => match !== null,
  )
  const name = told?.name ?? known?.name ?? 'UNKNOWN_FAILURE'
  return {
    name,
    codespace: (isSimulated && known?.codespace) || codespace.slice(0, 100).replace(UNPRINTABLE, ' '),
    code: (isSimulated && known?.code) || code,
    messageIndex: index === undefined ? null : parseInt(index, 10),
    reason: shown,
    facts: { ...told?.match?.groups },
    ...FAILURES[name],
  }
}
