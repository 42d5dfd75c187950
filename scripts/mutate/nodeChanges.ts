import type { Change } from './change.ts'

/** Changes to how a node is asked, and to what is believed of its answers. */
export const NODE_CHANGES: readonly Change[] = [
  {
    what: 'a redirect to another origin is followed',
    file: 'node/rpc/http/post.ts',
    from: 'to?.origin === origin && redirects',
    to: 'to && redirects',
    test: 'node/rpc/gateways.test.ts',
    title:
      'redirects HTTP 307 to another origin is refused with the address to use, and nothing is sent there',
  },
  {
    what: 'a node of another chain counts',
    file: 'node/rpc/chainCheck.ts',
    from: 'if (chain.id !== got)',
    to: 'if (false)',
    test: 'node/rpc/chains.test.ts',
    title:
      'every node is asked for its chain before its answers count two requests of one wave that are answered by different chains: CHAIN_MISMATCH, whichever it is',
  },
  {
    what: 'a broadcast goes to a node that was not asked for its chain',
    file: 'node/rpc/exchange.ts',
    from: 'if (isAsked && !own && isAlone && !isKnown)',
    to: 'if (isAsked && !own && isAlone && !isKnown && node.batchLimit === 1)',
    test: 'node/rpc/chains.test.ts',
    title:
      'every node is asked for its chain before its answers count a broadcast goes to a node only after it named the chain',
  },
  {
    what: 'a refusal of batches is not remembered',
    file: 'node/rpc/dispatch.ts',
    from: 'node.batchLimit = outcome.allowed\n      return sendInBatches(node, left)',
    to: 'return sendInBatches({ ...node, batchLimit: outcome.allowed }, left)',
    test: 'node/rpc/gateways.test.ts',
    title: 'gateways that refuse batches HTTP 405: single requests, and it is remembered',
  },
  {
    what: '"not found" at another height is believed',
    file: 'node/rpc/abciQuery.ts',
    from: "if (asked !== 'latest' && answered !== 0n && answered !== asked)",
    to: 'if (answered < 0n)',
    test: 'node/rpc/heights.test.ts',
    title: 'a failure at another height than asked is HEIGHT_MISMATCH, never "not found"',
  },
  {
    what: 'FeeParams of a wrong wire type are no fees',
    file: 'node/read/feeParams.ts',
    from: 'if (!sameBytes(Wire.encode(read).finish(), bytes))',
    to: 'if (Wire.encode(read).finish().length > bytes.length)',
    test: 'node/decode/rows.test.ts',
    title: 'fees fee params that do not decode are unknown, never "no fee": a wrong wire type: 08 05 10 05',
  },
  {
    what: 'FeeParams of a store that has moved are no fees',
    file: 'node/read/feeParams.ts',
    from: 'raw.value.length === 0 && classFee',
    to: 'raw.value.length > 0 && classFee',
    test: 'snapshot/hostileNode.test.ts',
    title:
      'FeeParams that do not decode are unknown, and the preview says so empty, where the store has moved: the fee for a class is not there either, which the chain shows',
  },
  {
    what: 'a node with gRPC off is an error',
    file: 'snapshot/requests/settingRequests.ts',
    from: 'return orUnknown({ key, ask: async asked => ({ ...(await ask(asked)), height: null }) })',
    to: 'return { key, ask: async asked => ({ ...(await ask(asked)), height: null }) }',
    test: 'snapshot/hostileNode.test.ts',
    title:
      'a node with gRPC and API switched off allows a preview with unknown gas price: MODULE_MISSING for Service/Config',
  },
  {
    what: 'a limit that is reached is named as another one',
    file: 'snapshot/bounds.ts',
    from: 'throw over(query, what, limits[what])',
    to: "throw over(query, 'queries', limits[what])",
    test: 'snapshot/hostileNode.test.ts',
    title:
      'bounds: a typed error instead of a read that never ends pages without end, each with a key of its own: as many waves as are allowed',
  },
  {
    what: 'an old state is signed on',
    file: 'snapshot/stateAge.ts',
    from: 'age.seconds > maxAge',
    to: 'age.seconds > maxAge * 1000n',
    test: 'snapshot/hostileNode.test.ts',
    title:
      'a node that catches up, or whose newest block is old signing is refused beyond maxAge: STATE_TOO_OLD',
  },
  {
    what: 'the timeout of a request is left to fetch',
    file: 'node/rpc/http/post.ts',
    from: 'Promise.race([ended(signal), exchange(url, body, signal, options)])',
    to: 'exchange(url, body, signal, options)',
    test: 'node/rpc/faults.test.ts',
    title: 'a fetch that never ends, not even when it is aborted: the timeout holds all the same',
  },
  {
    what: 'credits that were never bridged in may be bridged out',
    file: 'messages/ecocredit/msgBridge.ts',
    from: "else if (contract === 'absent')",
    to: "else if (contract === 'unknown')",
    test: 'node/read/bridge.test.ts',
    title:
      'keeper’s refusals that the preview misses although the node tells enough MsgBridge of credits that were never bridged in',
  },
  {
    what: 'an enormous amount makes a whole list unreadable',
    file: 'node/decode/fields.ts',
    from: 'test(text) ? MAX_CREDITS : null',
    to: 'test(text) ? null : null',
    test: 'node/decode/fields.test.ts',
    title: `credits: anybody can issue "1${'0'.repeat(300)}", and that must not make a whole list unreadable: the most there can be`,
  },
]
