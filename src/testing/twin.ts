import { txHash } from '../primitives/txHash.ts'
import { usedAs } from './gas.ts'
import { openTx, type Signed } from './mempool.ts'
import type { RecordedEvent, RecordedTx } from './recordings.ts'

/**
 * A recorded transaction as it would have been with another gas limit, fee, timeout height or signature: the same messages and memo, of the
 * same signer, with the same sequence. Null where none was recorded in a block.
 */
export function twinOf(base64: string, signed: Signed, txs: readonly RecordedTx[]): RecordedTx | null {
  const recorded = txs.find(({ txBytes, tx, address, sequence }) => {
    if (tx === null || address !== signed.address || BigInt(sequence) !== signed.sequence) return false
    return openTx(new Uint8Array(Buffer.from(txBytes, 'base64')))?.says === signed.says
  })
  if (!recorded?.tx) return null
  const hash = txHash(new Uint8Array(Buffer.from(base64, 'base64')))
  const tx_result = { ...recorded.tx.tx_result, ...resultAs(signed, recorded) }
  return {
    ...recorded,
    hash,
    txBytes: base64,
    broadcastTxSync: { ...recorded.broadcastTxSync, hash },
    tx: { ...recorded.tx, hash, tx: base64, tx_result } as RecordedTx['tx'],
  }
}

/** How it ends: as recorded, or out of gas, as the block says it. */
function resultAs({ gasLimit, length, fee }: Signed, recorded: RecordedTx): object {
  const { events = [] } = recorded.tx?.tx_result ?? {}
  const used = usedAs(length, recorded)
  const paid = events.map(event => withFee(event, feeIn(events), fee))
  const gas = { gas_wanted: String(gasLimit), gas_used: String(used) }
  if (used <= gasLimit) return { ...gas, events: paid }
  return {
    ...gas,
    code: 11,
    codespace: 'sdk',
    data: null,
    log: `out of gas in location: WritePerByte; gasWanted: ${gasLimit}, gasUsed: ${used}: out of gas`,
    events: paid.filter(event => !isOfMessage(event)),
  }
}

const isOfMessage = ({ attributes }: RecordedEvent) => attributes.some(({ key }) => key === 'msg_index')

const feeIn = (events: readonly RecordedEvent[]): string =>
  events
    .filter(({ type }) => type === 'tx')
    .flatMap(({ attributes }) =>
      attributes.filter(({ key }) => key === 'fee').map(({ value }) => value),
    )[0] ?? ''

/** The events of the fee say the fee that was paid. */
const withFee = (event: RecordedEvent, recorded: string, paid: string): RecordedEvent =>
  isOfMessage(event) || recorded === ''
    ? event
    : {
        ...event,
        attributes: event.attributes.map(attribute =>
          attribute.value === recorded ? { ...attribute, value: paid } : attribute,
        ),
      }
