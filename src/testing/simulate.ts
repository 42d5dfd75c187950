import { txSimulate } from '../node/endpoints/cosmos.ts'
import { SimulateRequest } from '../wire/generated/cosmos/tx/v1beta1/service.ts'
import type { Clock } from './clock.ts'
import { simulatedAs } from './gas.ts'
import { openTx, type Signed } from './mempool.ts'
import type { RecordedResponse, RecordedTx, Recordings } from './recordings.ts'
import type { LedgerAt } from './replay/replay.ts'
import { nextSequence, sequenceMismatch } from './signers.ts'

export type Simulation = {
  readonly request: string
  /** Null for a simulation on its own. */
  readonly tx: RecordedTx | null
  readonly address: string
  readonly signed: Signed | null
  readonly response: RecordedResponse
}

/**
 * A simulation is answered as it was recorded, for the same messages, memo and sequence, where the ledger is the same,
 * or while transactions of its signer are pending. With another fee, key, timeout height or signature the gas used is what a
 * node would say: see gas.ts. With another sequence it fails in the node's words.
 */
export function simulator(simulations: readonly Simulation[], clock: Clock, ledgerAt: LedgerAt) {
  return (request: string): RecordedResponse | { readonly missing: string } => {
    const asked = openRequest(request)
    const alike = simulations.filter(({ signed }) => signed && signed.says === asked?.says)
    const height = String(clock.height())
    for (const { request: recorded, signed, address, response, tx } of alike) {
      const same = recorded === request || signed?.sequence === asked?.sequence
      const here = ledgerAt(BigInt(response.height)) === ledgerAt(clock.height())
      const pending = clock.pending().some(tx => tx.address === address)
      const next = pending && nextSequence(address, clock, ledgerAt) === signed?.sequence
      if (!same || !(here || next)) continue
      const isAsRecorded = recorded === request || response.value === null
      if (isAsRecorded || !asked || !signed) return { ...response, height }
      return { ...response, height, value: simulatedAs(asked, { signed, value: response.value ?? '', tx }) }
    }
    const address = alike[0]?.address ?? ''
    const expected = nextSequence(address, clock, ledgerAt)
    if (asked && expected !== null && expected !== asked.sequence)
      return { ...failure(sequenceMismatch(expected, asked.sequence).log), height }
    return { missing: `a simulation of ${request} at height ${height}` }
  }
}

/** All simulations of the recordings. The signer of one on its own is the one whose recorded transaction has the same first message. */
export function recordedSimulations({ queries, txs }: Recordings): readonly Simulation[] {
  const own = txs.map(tx => ({ address: tx.address, tx, ...tx.before.simulate }))
  const others = queries
    .filter(({ path }) => path === txSimulate.path)
    .map(query => ({ address: signerIn(query.request, txs), tx: null, ...query }))
  return [...own, ...others].map(({ address, request, response, tx }) => ({
    address,
    tx,
    request,
    response,
    signed: openRequest(request),
  }))
}

/** The first address that a message names is its signer's. */
function signerIn(request: string, txs: Recordings['txs']): string {
  const [first = ''] = /regen1[a-z0-9]{38}/.exec(Buffer.from(request, 'base64').toString('latin1')) ?? []
  return txs.some(({ address }) => address === first) ? first : ''
}

function openRequest(base64: string): Signed | null {
  try {
    return openTx(SimulateRequest.decode(new Uint8Array(Buffer.from(base64, 'base64'))).txBytes)
  } catch {
    return null
  }
}

const failure = (log: string): RecordedResponse => ({
  code: 6,
  codespace: 'sdk',
  log: `rpc error: code = Unknown desc = ${log} [cosmos/cosmos-sdk@v0.53.4/x/auth/ante/sigverify.go:364] with gas used: '14771': unknown request`,
  key: null,
  value: null,
  height: '',
})
