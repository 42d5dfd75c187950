/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { Explained } from './explain.tsx'

/** The words of the specification and of the chain, for people who never read either. */
const TERMS = {
  live: 'What Regen Ledger v7 charges today. It is exact: the number is what a node would take.',
  proposed:
    'What the economic reboot would charge, if it were decided as its documents say. Nothing of it is in force, and it is never added to the live side.',
  M012: 'Fixed cap, dynamic supply: how much REGEN may be minted in a period, below a hard cap, and how much is burned.',
  M013: 'Value-based fee routing: a share of what the credits are worth, split into four pools: burn, validators, community, agents.',
  M014: 'Authority validators: a small set of validators, chosen in three categories, and paid from the validator pool.',
  M015: 'Contribution rewards: the community pool pays those who buy and retire credits, bring buyers, vote and commit.',
  burn: 'Coins that are destroyed. The supply becomes smaller by as much, for everybody.',
  validators: 'The pool that pays those who run the chain.',
  community: 'The pool that governance spends, and that pays rewards for contribution.',
  agents: 'The pool for software agents that check credits and watch the market.',
  gas: 'The work of a transaction, and what the validators take for it. It stands beside all other fees.',
  REGEN:
    'The coin of Regen Ledger. 1 REGEN is 1,000,000 uregen, its smallest unit, in which the chain counts.',
  credits:
    'Units of ecological benefit, such as a ton of carbon. They can be sold and sent until somebody retires them.',
  retire: 'To use a credit up, for good, and say where and why. It cannot be sold or sent after that.',
  class: 'A kind of credit by one methodology, such as C01. Its projects issue batches of credits.',
  ask: 'The price that a seller wants for one credit.',
  'hard cap': 'The most REGEN that M012 would ever allow. Today there is more than that.',
  policy:
    'One answer to every question that the specification leaves open. Change an answer and the numbers change.',
  snapshot: 'The state of the chain at one height, read all at once, so that all numbers fit together.',
  bands:
    'The range in which most of the runs lie: half of them in the dark one, eight or nine of ten in the light one.',
} as const

export type TermName = keyof typeof TERMS

/** A word that explains itself when touched. */
export function Term({ name, children }: { readonly name: TermName; readonly children?: ComponentChildren }) {
  return (
    <Explained kind="term" about={{ title: name, text: TERMS[name] }}>
      {children ?? name}
    </Explained>
  )
}
