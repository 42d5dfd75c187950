import { expect, test } from 'vitest'
import {
  byzantineTolerance,
  compensate,
  M014_V0,
  performanceScore,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { formatRatio, parseRatio, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { uregen } from '../../../src/primitives/uregen.ts'
import vectors from '../../vectors/m014.json' with { type: 'json' }

type Input = {
  readonly weights?: readonly string[]
  readonly uptime?: string | null
  readonly governanceParticipation?: string | null
  readonly ecosystemContribution?: string | null
  readonly fund?: string
  readonly scores?: readonly string[]
  readonly bonusBps?: number
  readonly n?: readonly number[]
}

const fraction = (text: string): Ratio => {
  const [num = '', den] = text.split('/')
  return den === undefined ? parseRatio(num) : ratio(BigInt(num), BigInt(den))
}

const metric = (text: string | null | undefined) => (text ? fraction(text) : null)

test.each(vectors)('$id', ({ input, expected }: { input: Input; expected: Record<string, unknown> }) => {
  if (input.weights) {
    const [uptime = '', governance = '', ecosystem = ''] = input.weights
    const { score, confidence } = performanceScore(
      {
        uptime: metric(input.uptime),
        governanceParticipation: metric(input.governanceParticipation),
        ecosystemContribution: metric(input.ecosystemContribution),
      },
      {
        ...M014_V0,
        weights: {
          uptime: fraction(uptime),
          governanceParticipation: fraction(governance),
          ecosystemContribution: fraction(ecosystem),
        },
      },
    )
    expect(score).toEqual(fraction(String(expected['score'])))
    expect(formatRatio(confidence)).toBe(expected['confidence'] ?? '1')
  } else if (input.scores) {
    const { base, payments, dust } = compensate({
      fund: uregen(BigInt(input.fund ?? '')),
      validators: input.scores.map((score, index) => ({
        address: `regen1v${index}`,
        status: 'ACTIVE',
        score: fraction(score),
      })),
      params: { ...M014_V0, bonusShare: ratio(BigInt(input.bonusBps ?? 0), 10_000n) },
    })
    expect({ base, bonus: payments.map(({ bonus }) => bonus), dust }).toEqual({
      base: BigInt(String(expected['base'])),
      bonus: (expected['bonus'] as string[]).map(BigInt),
      dust: BigInt(String(expected['dust'])),
    })
  } else expect(input.n?.map(n => byzantineTolerance(n))).toEqual(expected['f'])
})
