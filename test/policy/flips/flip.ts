import { type PolicyConfig, parsePolicy } from '../../../src/policy/index.ts'

/** One way to turn a knob, and what it changes: a number, a phase, a permitted action or a warning. */
export type Flip = {
  /** Section and knob. */
  readonly knob: string
  readonly setting: unknown
  /** Other knobs that both policies have set. */
  readonly beside?: { readonly [section: string]: object }
  readonly of: (policy: PolicyConfig) => unknown
  readonly byDefault: unknown
  readonly turned: unknown
}

/** The policies of a flip, before and after the knob is turned. */
export function policiesOf({ knob, setting, beside = {} }: Flip): readonly [PolicyConfig, PolicyConfig] {
  const [section = '', name = ''] = knob.split('.')
  return [parsePolicy(beside), parsePolicy({ ...beside, [section]: { ...beside[section], [name]: setting } })]
}

/** What a refused action says, or 'allowed'. */
export function verdict(act: () => unknown): string {
  try {
    act()
    return 'allowed'
  } catch (error) {
    return /\[[A-Z_]+\]/.exec(String(error))?.[0] ?? String(error)
  }
}
