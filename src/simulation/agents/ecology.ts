import type { Agent } from './agent.ts'

/** What the oracle says: ΔCO₂ in ppm as the schedule has it, 0 otherwise, where the policy asks for it. @see ESS 5, SC-008 */
export const ecologyAgent = (): Agent<null> => ({
  name: 'ecology',
  start: null,
  act({ policy, scheduled }, memory) {
    const source = policy.m012.ecologicalSource
    if (source === 'none') return { memory }
    const ppm = scheduled('ecology.co2', 0)
    return {
      memory,
      period: { co2: { change: { num: BigInt(Math.round(ppm * 1e6)), den: 1_000_000n }, source, age: 0n } },
    }
  },
})
