import { readFileSync } from 'node:fs'
import type { RecordedQuery } from '../../src/testing.ts'
import { recordings } from './recordedNode.ts'

/** One line of contracts.jsonl: a query of one of the four mechanisms as a contract, with its JSON. */
export type ContractRecording = {
  readonly path: string
  /** Hexadecimal. */
  readonly data: string
  readonly code: number
  readonly codespace: string
  readonly log: string
  /** Base64. */
  readonly value: string | null
  readonly contract: string
  readonly query: string | Readonly<Record<string, Record<string, unknown>>>
}

const folder = new URL('../recordings/', import.meta.url)

export const contracts = JSON.parse(readFileSync(new URL('contracts.json', folder), 'utf8')) as {
  readonly feeRouter: string
  readonly dynamicSupply: string
  readonly validatorGovernance: string
  readonly contributionRewards: string
}

export const contractQueries: readonly ContractRecording[] = readFileSync(
  new URL('contracts.jsonl', folder),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line))

const END = '367'

/** The recordings of the chain, as if the four contracts were on it at its last height. */
export const withContracts = {
  ...recordings,
  queries: [
    ...recordings.queries,
    ...contractQueries.map(
      ({ path, data, code, codespace, log, value }): RecordedQuery => ({
        path,
        request: Buffer.from(data, 'hex').toString('base64'),
        height: END,
        response: { code, codespace, log, key: null, value, height: code === 0 ? END : '0' },
      }),
    ),
  ],
}
