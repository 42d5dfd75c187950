import { type RecordedTx, recordedTxs } from '../../test/support/recordings.ts'

/** What recorded transactions of one message used, by its type. */
export type MeasuredGas = {
  readonly typeUrl: string
  readonly count: number
  readonly least: number
  readonly most: number
}

/** Of every type that succeeded alone in a transaction, in the order of the alphabet. */
function measuredGas(): readonly MeasuredGas[] {
  const used = new Map<string, number[]>()
  for (const tx of recordedTxs()) {
    const [message, ...others] = tx.messages
    const gas = gasUsed(tx)
    if (message === undefined || others.length > 0 || gas === null) continue
    used.set(message.typeUrl, [...(used.get(message.typeUrl) ?? []), gas])
  }
  return [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([typeUrl, gas]) => ({
      typeUrl,
      count: gas.length,
      least: Math.min(...gas),
      most: Math.max(...gas),
    }))
}

const gasUsed = ({ tx }: RecordedTx): number | null =>
  tx === null || tx.tx_result.code !== 0 ? null : Number(tx.tx_result.gas_used)

/** The highest, in whole thousands: what was enough for every recorded transaction. */
const typical = ({ most }: MeasuredGas): string =>
  String(Math.ceil(most / 1000) * 1000).replace(/\B(?=(\d{3})+$)/g, '_')

/** The source of src/cli/preview/typicalGas.ts. */
export const typicalGasFile = (): string =>
  [
    '// Written by scripts/typicalGas.ts from test/recordings; do not change it by hand.',
    '',
    '/**',
    ' * Typical gas of a transaction of one message, by its type: the most that a recorded transaction of Regen Ledger v7.0.0 used, in whole',
    ' * thousands. What a transaction uses depends on the state and on what is in the message: this is a figure to expect, and no bound.',
    ' */',
    'export const TYPICAL_GAS: { readonly [typeUrl: string]: bigint } = {',
    ...measuredGas().map(measured => {
      const { typeUrl, count, least, most } = measured
      return `  '${typeUrl}': ${typical(measured)}n, // ${count} measured, ${least} to ${most}`
    }),
    '}',
    '',
  ].join('\n')
