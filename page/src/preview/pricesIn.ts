import { inUregen } from '../../../src/oracles/inUregen.ts'
import { isPrice } from './isPrice.ts'

/** 'C01=30,C02=5.5' as prices that a preview takes; what is no price is left out. */
export const pricesIn = (text: string): { readonly [classId: string]: string } =>
  inUregen(
    Object.fromEntries(
      text
        .split(',')
        .map(part => part.split('=', 2))
        .filter(([classId = '', price = '']) => /^[A-Z0-9]+$/.test(classId) && isPrice(price))
        .map(([classId, price]) => [classId, `${price}REGEN`]),
    ),
  )
