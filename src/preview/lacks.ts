import type { RowKind, Settings } from '../messages/ledger.ts'

/** Something a preview would have looked at, had the snapshot held it. A reader of the chain fetches these. */
export type Lack =
  | { readonly kind: RowKind; readonly id: string }
  | { readonly kind: 'every'; readonly id: RowKind }
  | { readonly kind: 'setting'; readonly id: keyof Settings }
  | { readonly kind: 'credit balance'; readonly account: string; readonly batchDenom: string }
  | { readonly kind: 'coin balance'; readonly account: string }
  | { readonly kind: 'prices'; readonly id: string }

/** Collects what is lacking, each thing once. */
export type Lacks = { add(lack: Lack): void; list(): readonly Lack[] }

export function collectLacks(): Lacks {
  const lacks = new Map<string, Lack>()
  return {
    add: lack => {
      lacks.set(Object.values(lack).join(' '), lack)
    },
    list: () => [...lacks.values()],
  }
}
