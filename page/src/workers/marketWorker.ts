import { MARKET_METHODS } from '../market/readMarket.ts'
import { answer } from './call.ts'

export type MarketMethods = typeof MARKET_METHODS

answer(MARKET_METHODS)
