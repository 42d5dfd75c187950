import type { Network } from '../../../src/network/readNetwork.ts'

const KINDS: { readonly [kind in Network['sources'][number]['kind']]: string } = {
  'in force': 'in force, asked of the chain',
  happened: 'what happened in the blocks of the period',
  source: 'what has the mechanism in force says it',
  computed: 'computed here from',
  stated: 'stated',
  policy: 'proposed, not in force',
}

/** Says where a number of this network is from, by its path in it: the row of the list that every network brings with it. */
export function sourcesIn({ sources, height }: Network): (field: string) => string {
  return field => {
    const row = sources.find(({ fields }) =>
      fields.some(path => field === path || field.startsWith(`${path}.`)),
    )
    if (row === undefined) throw new Error(`nothing says where ${field} is from`)
    return `${KINDS[row.kind]}: ${row.from.join(', ')}; height ${height}`
  }
}

/** As `sourcesIn` gives it. */
export type SourceOf = ReturnType<typeof sourcesIn>
