import knip from './knip.json' with { type: 'json' }

/** Scripts count as users: what they write is shipped or checked. In production mode, what is an entry of tests alone is left out. */
const counted = path => path.replace(/^scripts\/.*\.ts$/, '$&!')

/**
 * What is used in its own file, and apart from it by tests alone. It stays, because the law of it is about more input than its users ever give it,
 * or because no test could wait for the right moment. Anything else that only tests use is not exported.
 */
const TESTED_ALONE = [
  // Decoders, over recorded bytes and over those that no node sends.
  'src/node/decode/credits/basket.ts',
  'src/node/decode/modules/validator.ts',
  'src/node/read/blockTime.ts',
  'src/node/read/feeParams.ts',
  'src/node/read/governance.ts',
  'src/node/read/grants.ts',
  'src/node/read/m012.ts',
  'src/node/read/node.ts',
  'src/node/read/settings.ts',
  'src/wallet/request/openAmino.ts',
  'src/wire/decodeTx.ts',
  // Text as people and standards write it.
  'src/client/send/gas/gasPrice.ts',
  'src/oracles/koiBundle.ts',
  // One step of a computation, for any numbers.
  'src/cli/preview/renderLive.ts',
  'src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts',
  'src/monitor/watch.ts',
  'src/simulation/agents/washTraders.ts',
  'src/simulation/scenario/inputRanges.ts',
  // Tables of which every row is tried.
  'src/policy/ranges.ts',
  // Waits, which tests make short.
  'src/node/rpc/http/post.ts',
  'src/node/rpc/options.ts',
  // Files that tests pack and answer by themselves.
  'src/bundled/bundledFiles.ts',
  'src/testing/abci.ts',
  // What the page begins with, which its tests begin with too.
  'page/src/market/wanted.ts',
  // Scripts, which tests run in parts.
  'scripts/docs/publicNames.ts',
  'scripts/errata/page.ts',
  'scripts/record/onlyRecorded.ts',
]

export default {
  ...knip,
  entry: knip.entry.map(counted),
  project: knip.project.map(counted),
  // A test writes its page, for it takes the runs of a long test.
  ignore: [...knip.ignore, 'scripts/docs/scenarios.ts'],
  ignoreIssues: Object.fromEntries(TESTED_ALONE.map(path => [path, ['exports']])),
}
