import type { RowKind, Settings } from '../../messages/ledger.ts'

/** Something a preview would have looked at, had the snapshot held it. A reader of the chain fetches these. */
export type Missing =
  | { readonly kind: RowKind; readonly id: string }
  | { readonly kind: 'every'; readonly id: RowKind }
  | { readonly kind: 'setting'; readonly id: keyof Settings }
  | { readonly kind: 'credit balance'; readonly account: string; readonly batchDenom: string }
  | { readonly kind: 'coin balance'; readonly account: string }
  | { readonly kind: 'prices'; readonly id: string }

/** Collects what is lacking, each thing once. */
export type MissingState = { add(missing: Missing): void; list(): readonly Missing[] }

export function collectMissing(): MissingState {
  const all = new Map<string, Missing>()
  return {
    add: missing => {
      all.set(Object.values(missing).join(' '), missing)
    },
    list: () => [...all.values()],
  }
}
