import type { Change } from './change.ts'

const RECONCILE = 'reconcile/reconcile.test.ts'
const ALTERED = 'reconcile/reconcileAltered.test.ts'
const SAME = 'recorded transactions every successful transaction of catalog messages: no difference'
const EXACT = 'recorded transactions 67 are exact; those that are not say why'
const FOUND =
  'every attribute of every event, altered one at a time the alteration is found, but for those that move nothing'

/** A preview held against what happened: nothing is taken as equal that was not seen. */
export const RECONCILIATION: readonly Change[] = [
  {
    what: 'what could not be compared is exact all the same',
    file: 'reconcile/reconcile.ts',
    from: "notReconciled.length > 0 ? 'partial' : 'exact'",
    to: "notReconciled.length < 0 ? 'partial' : 'exact'",
    test: RECONCILE,
    title: EXACT,
  },
  {
    what: 'credits that go on sale are equal, though no event says how many',
    file: 'reconcile/reconcilePlace.ts',
    from: "event === undefined ? 'missing' : 'not visible'",
    to: "event === undefined ? 'missing' : 'equal'",
    test: RECONCILE,
    title: EXACT,
  },
  {
    what: 'what was seen and not expected is left out',
    file: 'reconcile/compare.ts',
    from: '...free().map(item =>',
    to: '...free().slice(0, 0).map(item =>',
    test: RECONCILE,
    title: 'two lists each thing that was expected, and each that was seen, is in one line',
  },
  {
    what: 'a fact that differs is the same',
    file: 'reconcile/compare.ts',
    from: 'filter(name => expected[name] !== seen[name])',
    to: "filter(name => expected[name] !== seen[name] && name !== 'amount')",
    test: ALTERED,
    title: FOUND,
  },
  {
    what: 'an unexpected payment counts as not known, though the preview knows all',
    file: 'reconcile/reconcilePlace.ts',
    from: 'lacking.has(subject) &&',
    to: 'lacking.size >= 0 &&',
    test: ALTERED,
    title: FOUND,
  },
  {
    what: 'what an account pays is what it receives',
    file: 'reconcile/reconcilePlace.ts',
    from: 'facts: { account: from, denom, change: `-',
    to: 'facts: { account: from, denom, change: `',
    test: RECONCILE,
    title: SAME,
  },
  {
    what: 'whoever pays the gas, it is the payer of the preview',
    file: 'reconcile/reconcileGas.ts',
    from: '...(payer !== null && { payer: accountText(payer) })',
    to: '...(payer === null && { payer: accountText(payer) })',
    test: RECONCILE,
    title: 'recorded transactions gas that another account paid than the preview says is a difference',
  },
  {
    what: 'fee rates that are not known leave nothing open',
    file: 'reconcile/unknownSubjects.ts',
    from: "unknownFor('FEE_PARAMS_UNKNOWN', COINS)",
    to: "unknownFor('FEE_PARAMS_UNKNOWN', [])",
    test: RECONCILE,
    title:
      'what the preview does not know is not reconciled, and nothing of it is taken as equal the marketplace fee rates: coins and fees are open, credits and order are compared',
  },
  {
    what: 'a group marks what it runs',
    file: 'reconcile/expected.ts',
    from: "new Set(['/cosmos.authz.v1beta1.MsgExec'])",
    to: "new Set(['/cosmos.authz.v1beta1.MsgExec', '/cosmos.group.v1.MsgSubmitProposal'])",
    test: RECONCILE,
    title:
      'messages inside messages a group inside authz, and authz inside a group: the group leaves no mark',
  },
]
