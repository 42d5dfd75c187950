import { contractId, originId } from '../messages/keeper/bridge.ts'
import type { RowKind } from '../messages/ledger.ts'
import type { StoreAt, Stored } from '../node/read/bridge.ts'
import type { Answers } from './answers.ts'
import { nothingNext, orUnknown, type Request } from './request.ts'

export type BridgeKind = 'bridged batch' | 'bridge contract' | 'origin transaction'

/**
 * What to ask for what came over bridges. A node that does not show its raw store leaves it unknown; how it is read is loaded only when
 * a message asks for it.
 */
export const BRIDGE_REQUESTS: { readonly [kind in BridgeKind]: (id: string) => readonly Request[] } = {
  'bridged batch': batchDenom => [
    storeRequest(
      'bridged batch',
      batchDenom,
      async at => {
        const { readContractOfBatch } = await import('../node/read/bridge.ts')
        return readContractOfBatch(at, batchDenom)
      },
      contract => (contract === null ? null : { bridgedBatches: [{ batchDenom, contract }] }),
    ),
  ],
  'bridge contract': id => {
    const [classId = '', contract = ''] = id.split('/')
    return [
      storeRequest(
        'bridge contract',
        contractId(classId, contract),
        async at => {
          const { readBatchOfContract } = await import('../node/read/bridge.ts')
          return readBatchOfContract(at, classId, contract)
        },
        batchDenom => (batchDenom === null ? null : { bridgedBatches: [{ batchDenom, contract }] }),
      ),
    ]
  },
  'origin transaction': name => {
    const [classId = '', source = '', ...rest] = name.split('/')
    const origin = { classId, source, id: rest.join('/') }
    return [
      storeRequest(
        'origin transaction',
        originId(origin),
        async at => {
          const { readOriginUsed } = await import('../node/read/bridge.ts')
          return readOriginUsed(at, origin)
        },
        isUsed => (isUsed ? { originTxs: [origin] } : null),
      ),
    ]
  },
}

/** A read of the raw store: the row, or that there is none (null), or nothing where the store does not say. */
const storeRequest = <Value>(
  kind: RowKind,
  id: string,
  read: (at: StoreAt) => Promise<Stored<Value>>,
  toAnswers: (value: Value) => Answers | null,
): Request =>
  orUnknown({
    key: `${kind} ${id}`,
    ask: async ({ rpc: port, height, signal }) => {
      const { height: answered, value } = await read({ port, height, signal })
      const answers = value === 'unknown' ? {} : (toAnswers(value) ?? { absent: `${kind} ${id}` })
      return { height: answered, answers, next: nothingNext }
    },
  })
