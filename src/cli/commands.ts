import type { Command } from './command.ts'

/** A command by its name. What it needs is loaded when it is called, or asked for its help. */
export type CommandEntry = {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Every command, in the order of the help text. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'preview',
    summary: 'what the messages of a transaction cost, before they are signed',
    load: async () => (await import('./commands/preview.ts')).preview,
  },
  {
    name: 'quote',
    summary: 'the M013 fee of a value, and its four pools',
    load: async () => (await import('./commands/quote.ts')).quote,
  },
  {
    name: 'snapshot',
    summary: 'the ledger at one height, as a file for previews without a network',
    load: async () => (await import('./commands/snapshot.ts')).snapshot,
  },
  {
    name: 'orders',
    summary: 'what credits cost: open sell orders by denom, the cheapest first',
    load: async () => (await import('./commands/orders.ts')).orders,
  },
  {
    name: 'buy',
    summary: 'which orders to buy from, to the unit, and the message that does it',
    load: async () => (await import('./commands/buy.ts')).buy,
  },
  {
    name: 'tx',
    summary: 'what a transaction says, and with a node, whether it did what a preview says',
    load: async () => (await import('./commands/tx.ts')).tx,
  },
  {
    name: 'sign-doc',
    summary: 'what a wallet would be asked to sign, and what it costs and changes',
    load: async () => (await import('./commands/signDoc.ts')).signDoc,
  },
  {
    name: 'node',
    summary: 'what a node is, and what is in force on its chain',
    load: async () => (await import('./commands/node.ts')).node,
  },
  {
    name: 'denoms',
    summary: 'how people write denoms, and where those of other chains came from',
    load: async () => (await import('./commands/denoms.ts')).denoms,
  },
  {
    name: 'network',
    summary: 'a network in the terms of M012 to M015: in force and proposed, at one height',
    load: async () => (await import('./commands/network.ts')).network,
  },
  {
    name: 'watch',
    summary: 'alerts about market, fees and validators, as blocks come',
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    name: 'index',
    summary: 'what happened on a chain, into a database of your own',
    load: async () => (await import('./commands/indexChain.ts')).indexChain,
  },
  {
    name: 'activity',
    summary: 'what accounts did, from an index',
    load: async () => (await import('./commands/activity.ts')).activity,
  },
  {
    name: 'prices',
    summary: 'what credits were paid for, from an index',
    load: async () => (await import('./commands/prices.ts')).prices,
  },
  {
    name: 'rewards',
    summary: 'what M015 would pay for a period, from an index, and the report to anchor',
    load: async () => (await import('./commands/rewards.ts')).rewards,
  },
  {
    name: 'policy',
    summary: 'every open question of M012 to M015 and its answer, or what changes between two policies',
    load: async () => (await import('./commands/policy.ts')).policy,
  },
  {
    name: 'supply',
    summary: 'how M012 would move the supply, period by period',
    load: async () => (await import('./commands/supply.ts')).supply,
  },
  {
    name: 'epoch',
    summary: 'one period of the whole economy: fees, supply, validators, rewards',
    load: async () => (await import('./commands/epoch.ts')).epoch,
  },
  {
    name: 'simulate',
    summary: 'the whole economy over years: the published scenarios, or one of your own',
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  {
    name: 'wash',
    summary: 'whether trading with oneself would pay under M015, route by route, and what would stop it',
    load: async () => (await import('./commands/wash.ts')).wash,
  },
  {
    name: 'fund',
    summary: 'value redistribution: quadratic and retroactive funding, grants, impact certificates',
    load: async () => (await import('./commands/fund.ts')).fund,
  },
  {
    name: 'page',
    summary: 'all of this as a page in the browser, for people who do not use a command line',
    load: async () => (await import('./commands/page.ts')).page,
  },
  {
    name: 'examples',
    summary: 'the example files that come with the package, and a way to get them',
    load: async () => (await import('./commands/examples.ts')).examples,
  },
  {
    name: 'messages',
    summary: 'the messages this SDK builds and previews',
    load: async () => (await import('./commands/messages.ts')).messages,
  },
  {
    name: 'explain',
    summary: 'what the code of a warning, an alert or an error means, and the way out',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
]
