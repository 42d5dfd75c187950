import type { Answers } from '../answers.ts'
import { nothingNext, orUnknown, type Request } from './request.ts'

export type BridgeKind = 'bridged batch' | 'bridge contract' | 'origin transaction'

/**
 * What to ask for what came over a bridge. A node that does not show its raw store leaves it unknown. How it is read is loaded only when a
 * message asks for it.
 */
export const bridgeRequests =
  (kind: BridgeKind) =>
  (id: string): readonly Request[] => [
    orUnknown({
      key: `${kind} ${id}`,
      ask: async ({ rpc: port, height: at, signal }) => {
        const { READS } = await import('../../node/read/bridge.ts')
        const { height, value } = await READS[kind]({ port, height: at, signal }, ...id.split('/'))
        const answers: Answers = value === 'unknown' ? {} : (value ?? { absent: `${kind} ${id}` })
        return { height, answers, next: nothingNext }
      },
    }),
  ]
