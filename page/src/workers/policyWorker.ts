import { diffPolicy, type PolicyDiff } from '../../../src/policy/diffPolicy.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { policyHash, policyJson } from '../../../src/policy/policyHash.ts'
import { knobList, type ShownKnob } from '../policy/knobList.ts'
import { numbersUnder, type PolicyNumbers } from '../policy/numbers.ts'
import {
  type Answers,
  answersOf,
  formatPolicy,
  NAMED,
  type NamedPolicy,
  readPolicy,
  withAnswer,
} from '../policy/policyText.ts'
import { answer, type Tools } from './call.ts'

/** A policy and what it makes of one transaction and one week. */
export type ShownPolicy = {
  /** As the address has it. */
  readonly text: string
  readonly hash: string
  readonly json: string
  readonly answers: Answers
  readonly numbers: PolicyNumbers
}

/** Two policies, what they make of the same things, and what leads from one to the other. */
export type ComparedPolicies = {
  readonly a: ShownPolicy
  readonly b: ShownPolicy
  /** Which of them the address has in a form that is no policy: the default stands in. */
  readonly unread: readonly string[]
  readonly diff: PolicyDiff
  readonly knobs: readonly ShownKnob[]
  readonly named: readonly NamedPolicy[]
}

const shownOf = (policy: PolicyConfig): ShownPolicy => ({
  text: formatPolicy(policy),
  hash: policyHash(policy),
  json: policyJson(policy),
  answers: answersOf(policy),
  numbers: numbersUnder(policy),
})

const METHODS = {
  compare: async (_: Tools, a: string | undefined, b: string | undefined): Promise<ComparedPolicies> => {
    const [first, second] = [readPolicy(a, 'model-a'), readPolicy(b, 'compromise')]
    return {
      a: shownOf(first.policy),
      b: shownOf(second.policy),
      unread: [...(first.isRead ? [] : ['A']), ...(second.isRead ? [] : ['B'])],
      diff: diffPolicy(first.policy, second.policy),
      knobs: knobList(),
      named: NAMED,
    }
  },
  /** A policy with another answer, as the address has it; an answer that is none is an error. */
  change: async (_: Tools, text: string, section: string, knob: string, value: unknown): Promise<string> =>
    formatPolicy(withAnswer(readPolicy(text, 'model-a').policy, section, knob, value)),
}

export type PolicyMethods = typeof METHODS

answer(METHODS)
