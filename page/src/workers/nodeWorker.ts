import { NODE_METHODS } from '../chain/readNode.ts'
import { readShown } from '../network/readShown.ts'
import { answer } from './call.ts'

const METHODS = { ...NODE_METHODS, network: readShown }

export type NodeMethods = typeof METHODS

answer(METHODS)
