import { type Ratio, ratio } from '../../../primitives/ratio.ts'

/** Coins that moved, with the transaction or the block that proves it. */
export type Flow = {
  readonly from: string
  readonly to: string
  readonly denom: string
  readonly amount: bigint
  /** fee, pool, allocation, payment, outcome …: what kind of step it is. */
  readonly stage: string
  readonly proof: string
}

/** The way of value through one account: what came in, what went out, what stayed. */
export type FlowBalance = {
  readonly account: string
  readonly in: bigint
  readonly out: bigint
  /** in − out: below 0 where it paid from what it had before. */
  readonly stays: bigint
}

/**
 * Flows as a Sankey diagram takes them: one link for each pair and stage, with every proof.
 *
 * @example
 * flowLinks(flows).map(({ from, to, amount, proofs }) => [from, to, amount, proofs.length]) // [ [ 'buyers', 'pool', 1000n, 1 ], [ 'pool', 'soil lab', 400n, 1 ], [ 'soil lab', 'validators', 100n, 1 ] ]
 */
export function flowLinks(
  flows: readonly Flow[],
): readonly (Omit<Flow, 'proof'> & { readonly proofs: readonly string[] })[] {
  const links = new Map<string, Omit<Flow, 'proof'> & { proofs: string[] }>()
  for (const { proof, ...flow } of flows) {
    const key = JSON.stringify([flow.from, flow.to, flow.denom, flow.stage])
    const before = links.get(key)
    if (before === undefined) links.set(key, { ...flow, proofs: [proof] })
    else links.set(key, { ...before, amount: before.amount + flow.amount, proofs: [...before.proofs, proof] })
  }
  return [...links.values()]
}

/**
 * What each account received, passed on and kept in one denom. Over all accounts Σ in = Σ out.
 *
 * @example
 * flowBalances(flows, 'uregen').map(({ account, stays }) => [account, stays]) // [ [ 'buyers', -1000n ], [ 'pool', 600n ], [ 'soil lab', 300n ], [ 'validators', 100n ] ]
 */
export function flowBalances(flows: readonly Flow[], denom: string): readonly FlowBalance[] {
  const own = flows.filter(flow => flow.denom === denom)
  const sum = (rows: typeof own) => rows.reduce((total, { amount }) => total + amount, 0n)
  return [...new Set(own.flatMap(({ from, to }) => [from, to]))].map(account => {
    const [into, out] = [
      own.filter(({ to }) => to === account),
      own.filter(({ from }) => from === account),
    ].map(sum)
    return { account, in: into ?? 0n, out: out ?? 0n, stays: (into ?? 0n) - (out ?? 0n) }
  })
}

/**
 * Everything that led to an account or a project, and everything that it led to, in the order given; each flow once.
 *
 * @example
 * traceValue(flows, 'soil lab').before.map(({ stage }) => stage) // [ 'fee', 'allocation' ]
 */
export function traceValue(
  flows: readonly Flow[],
  account: string,
): { readonly before: readonly Flow[]; readonly after: readonly Flow[] } {
  const reach = (start: string, next: (flow: Flow) => readonly [string, string]) => {
    const known = new Set([start])
    const found = new Set<Flow>()
    for (let grew = true; grew; ) {
      grew = false
      for (const flow of flows) {
        const [here, there] = next(flow)
        if (!known.has(here) || found.has(flow)) continue
        found.add(flow)
        known.add(there)
        grew = true
      }
    }
    return flows.filter(flow => found.has(flow))
  }
  return {
    before: reach(account, ({ from, to }) => [to, from]),
    after: reach(account, ({ from, to }) => [from, to]),
  }
}

/** What an account did with its payouts: its uses by the stage of the flow, such as fees; the rest is held. Σ uses + held = received. */
export type Circulation = {
  readonly account: string
  readonly received: bigint
  readonly uses: { readonly [use: string]: bigint }
  readonly held: bigint
}

/**
 * What recipients did with what they got, as far as flows tell. Flows count in the order in which they are given, until what an account received is
 * used up.
 *
 *     velocity = Σ used / Σ received
 *
 * @example
 * circulation([{ account: 'soil lab', amount: 400n }], flows, 'uregen').velocity // { num: 1n, den: 4n }
 */
export function circulation(
  payouts: readonly { readonly account: string; readonly amount: bigint }[],
  flows: readonly Flow[],
  denom: string,
): { readonly rows: readonly Circulation[]; readonly velocity: Ratio | null } {
  const received = new Map<string, bigint>()
  for (const { account, amount } of payouts) received.set(account, (received.get(account) ?? 0n) + amount)
  const rows = [...received].map(([account, whole]): Circulation => {
    let held = whole
    const uses: { [use: string]: bigint } = {}
    for (const flow of flows) {
      if (flow.from !== account || flow.denom !== denom) continue
      const used = flow.amount < held ? flow.amount : held
      if (used > 0n) uses[flow.stage] = (uses[flow.stage] ?? 0n) + used
      held -= used
    }
    return { account, received: whole, uses, held }
  })
  const sum = (of: (row: Circulation) => bigint) => rows.reduce((total, row) => total + of(row), 0n)
  const whole = sum(row => row.received)
  return {
    rows,
    velocity:
      whole === 0n
        ? null
        : ratio(
            sum(row => row.received - row.held),
            whole,
          ),
  }
}
