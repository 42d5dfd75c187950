import { NODE_METHODS } from '../ledger/readNode.ts'
import { answer } from './call.ts'

export type NodeMethods = typeof NODE_METHODS

answer(NODE_METHODS)
