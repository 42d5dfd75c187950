/** @jsxImportSource preact */
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { shortAddress } from '../parts/amounts.tsx'
import { FileField } from '../parts/FileField.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Lines } from '../parts/Table.tsx'
import { useFile } from '../parts/useFile.ts'
import { askNode } from './node.ts'
import { useAsync } from './useAsync.ts'

const MECHANISMS = {
  dynamicSupply: 'M012, supply',
  feeRouter: 'M013, fees',
  validatorGovernance: 'M014, validators',
  contributionRewards: 'M015, contribution',
} as const

const LARGEST_FILE = 1_000_000

/** For a chain that has the mechanisms as contracts: the list of them, from a file of the reader's. */
export function Contracts({
  text,
  chainId,
  onText,
}: {
  readonly text: string | undefined
  /** Of the node that was asked. */
  readonly chainId: string
  readonly onText: (text: string | undefined) => void
}) {
  const { value, failure } = useAsync(text ?? null, () => askNode('contracts', [text ?? '']))
  const file = useFile(chainId, LARGEST_FILE, onText)
  const found = Object.entries(value?.[chainId] ?? {}) as [keyof typeof MECHANISMS, string][]
  return (
    <details open={text !== undefined}>
      <summary>Where M012 to M015 are contracts</summary>
      <p>
        A list of contracts by chain, as <code>regen-fees network --contracts</code> takes it. What is in it
        counts as in force here; it stays in this browser.
      </p>
      <FileField label="List of contracts (JSON)" accept=".json,application/json" file={file} />
      {failure === null ? null : <FailureNotice failure={failure} />}
      {value === null ? null : found.length === 0 ? (
        <p class="warn-line">The list has none for {sanitize(chainId)}.</p>
      ) : (
        <Lines
          label={`Contracts of ${sanitize(chainId)}`}
          rows={found.map(([name, address]) => [
            MECHANISMS[name],
            <span class="address" title={address}>
              {shortAddress(address)}
            </span>,
          ])}
        />
      )}
      {text === undefined ? null : (
        <button type="button" class="link" onClick={() => onText(undefined)}>
          Without contracts
        </button>
      )}
    </details>
  )
}
