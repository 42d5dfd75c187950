import { describe, expect, test } from 'vitest'
import { type Bounds, requireWithin } from '../../src/primitives/parameter.ts'
import { ratio } from '../../src/primitives/ratio.ts'

const NOTHING: Bounds<unknown> = { bounds: 'something else', holds: () => false }

describe('what was refused is shown as a policy writes it', () => {
  test.each([
    ['a fraction', ratio(1n, 5n), '"0.2"'],
    ['a fraction without a decimal form', ratio(4n, 3n), '"4/3"'],
    [
      'fractions inside',
      { shares: [ratio(1n, 4n), ratio(2n)], most: 7n },
      '{"shares":["0.25","2"],"most":"7"}',
    ],
    ['a fraction below 0', { num: -1n, den: 2n }, '{"num":"-1","den":"2"}'],
    ['a division by 0', { num: 1n, den: 0n }, '{"num":"1","den":"0"}'],
    ['two amounts and more', { num: 1n, den: 2n, unit: 'uregen' }, '{"num":"1","den":"2","unit":"uregen"}'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a number', 22, '22'],
    ['no number', Number.NaN, '"NaN"'],
  ])('%s', (_, value, text) => {
    expect(() => requireWithin('limit', NOTHING, value)).toThrow(
      `limit must be something else; got ${text}. `,
    )
  })
})
