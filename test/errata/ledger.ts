import { quoteBuy } from '../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { recordedTx } from '../support/recordings.ts'
import type { Recomputed } from './figures.ts'

/** The type in the sign document of a recorded transaction. */
const signedType = (name: string): string => {
  const { aminoSignDoc } = recordedTx(name) as { aminoSignDoc?: { msgs?: { type?: string }[] } }
  return aminoSignDoc?.msgs?.[0]?.type ?? ''
}

export const LEDGER_RECOMPUTED: Recomputed = {
  'ERR-LIVE-01': () => {
    const [accepted, refused] = [
      'amino JSON send, type is the type URL',
      'amino JSON send, legacy name (fails: signature)',
    ] as const
    const { code, log } = recordedTx(refused).broadcastTxSync
    if (recordedTx(accepted).tx?.tx_result.code !== 0) throw new Error('not accepted')
    const [reason = ''] = log.split(';')
    return {
      published: signedType(refused),
      exact: `${signedType(accepted)} is accepted; ${signedType(refused)} is refused with code ${code}, ${reason}`,
    }
  },
  'ERR-LIVE-02': () => {
    const { tx } = recordedTx('buy with fees, no max fee (fails)')
    const { leastMaxFee } = quoteBuy({
      askAmount: 25_000_000n,
      quantity: '2',
      fees: { buyer: '0.01', seller: '0.02' },
      denom: 'uregen',
    })
    const said = /max fee: \w+, required fee: \w+/.exec(tx?.tx_result.log ?? '')?.[0] ?? ''
    if (!said.endsWith(`required fee: ${leastMaxFee}uregen`)) throw new Error('another fee')
    return { exact: `refused: ${said}` }
  },
}
