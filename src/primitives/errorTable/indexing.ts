/** What goes wrong with an index, and with watching a chain. See errorTable.ts. */

export const TXS_MISSING = {
  code: 'TXS_MISSING',
  problem: ({ height, expected, got }: { height: bigint; expected: number; got: number }) =>
    `Block ${height} has ${expected} transactions, and the node’s search finds ${got} of them.`,
  fix: 'The node’s index of transactions is late or incomplete: try again, or another node.',
} as const

export const WATCH_REFUSED = {
  code: 'WATCH_REFUSED',
  problem: ({ refusals, next, reason }: { refusals: number; next: bigint | null; reason: string }) =>
    `The watch ended${next === null ? '' : ` before block ${next}`}: the node refused ${refusals} times in a row what it was asked. ${reason}`,
  fix: 'Use a node that answers this; where a block is named, go on from it (--from).',
} as const

export const BLOCKS_UNREADABLE = {
  code: 'BLOCKS_UNREADABLE',
  problem: (facts: { height: bigint; blockResults: string; txSearch: string }) =>
    `The node tells nothing of what happened in block ${facts.height}: block_results says "${facts.blockResults}", tx_search "${facts.txSearch}".`,
  fix: 'Use a node that keeps results of blocks (discard_abci_responses = false) or indexes transactions (indexer = "kv").',
} as const

export const BLOCKS_PRUNED = {
  code: 'BLOCKS_PRUNED',
  problem: ({ from, earliest }: { from: bigint; earliest: bigint }) =>
    `The node has no blocks before ${earliest}; those from ${from} on are wanted.`,
  fix: 'Use a node with its whole history, begin later, or allow the gap (--allow-gap): it is noted, and periods with a gap are not complete.',
} as const

export const NODE_BEHIND_INDEX = {
  code: 'NODE_BEHIND_INDEX',
  problem: ({ node, index }: { node: bigint; index: bigint }) =>
    `The node stands at block ${node}, and the index at ${index}, or is to begin after it.`,
  fix: 'Wait until the node has caught up, or use another one.',
} as const

export const INDEX_FORKED = {
  code: 'INDEX_FORKED',
  problem: ({ height, index, node }: { height: bigint; index: string; node: string }) =>
    `Block ${height} is ${index} in the index, and ${node} on the node: two chains with one name.`,
  fix: 'A chain that was reset needs a new index; otherwise one of the two is not the chain you mean.',
} as const

export const INDEX_RANGE = {
  code: 'INDEX_RANGE',
  problem: ({ wanted, indexed }: { wanted: string; indexed: string }) =>
    `The index has ${indexed}; wanted is ${wanted}.`,
  fix: 'Run "regen-fees index" until it has them; what lies before its first block needs a new index with an earlier --from.',
} as const

export const STORE_UNUSABLE = {
  code: 'STORE_UNUSABLE',
  problem: ({ store, reason }: { store: string; reason: string }) =>
    `The index at ${store} cannot be used: ${reason}.`,
  fix: 'Check that the folder or server is there, is yours, and that no other program uses the folder.',
} as const

export const PACKAGE_MISSING = {
  code: 'PACKAGE_MISSING',
  problem: ({ name, what }: { name: string; what: string }) =>
    `${what} needs the package ${name}, which is optional: run "npm install ${name}".`,
  fix: 'It has to be where regen-fees is: in your project, or global with "npm install -g".',
} as const
