import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as client from '../src/client.ts'
import * as cosmjs from '../src/cosmjs.ts'
import * as root from '../src/index.ts'
import * as m012 from '../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import * as m013 from '../src/mechanisms/m013-value-based-fee-routing/index.ts'
import * as m014 from '../src/mechanisms/m014-authority-validator-governance/index.ts'
import * as m015 from '../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import * as redistribution from '../src/redistribution/index.ts'
import * as testing from '../src/testing.ts'
import * as wallet from '../src/wallet/index.ts'

/** The public names. An addition is seen here, in review. */

const names = (module: object) => Object.keys(module).sort()

test('regen-fees', () => {
  expect(names(root)).toMatchInlineSnapshot(`
    [
      "BLOCKING_WARNINGS",
      "CATALOG",
      "DEFAULT_POLICY",
      "OTHER_WARNINGS",
      "RegenError",
      "basket",
      "coin",
      "cosmos",
      "credits",
      "data",
      "ecocredit",
      "formatCoin",
      "formatCredits",
      "formatRatio",
      "formatRegen",
      "isRegenError",
      "listOrders",
      "liveMarketplaceFees",
      "m012",
      "m013",
      "m014",
      "m015",
      "marketplace",
      "parseCoin",
      "parseCredits",
      "parseMessages",
      "parsePolicy",
      "parseRatio",
      "parseRegen",
      "parseSnapshot",
      "policyHash",
      "previewFees",
      "previewJson",
      "snapshotJson",
      "uregen",
      "warningSentence",
    ]
  `)
})

test('regen-fees/cosmjs', () => {
  expect(names(cosmjs)).toMatchInlineSnapshot(`
    [
      "aminoConverters",
      "decodeTx",
      "registryTypes",
      "unpackMessages",
    ]
  `)
})

test('regen-fees/client', () => {
  expect(names(client)).toMatchInlineSnapshot(`
    [
      "connectRegen",
      "connectRpc",
      "explainFailure",
      "gapSentence",
      "lineSentence",
      "listOrders",
      "readAccount",
      "readActivityBetween",
      "readAllCreditBalances",
      "readAllowedDenoms",
      "readAnnualProvisions",
      "readBasket",
      "readBasketBalance",
      "readBasketBalances",
      "readBasketFee",
      "readBaskets",
      "readBatch",
      "readBatchSupply",
      "readBatches",
      "readBatchesByClass",
      "readBatchesByIssuer",
      "readBatchesByProject",
      "readBlockTime",
      "readBridgeChains",
      "readClassCreators",
      "readClassFee",
      "readClassIssuers",
      "readCoinAmount",
      "readCoinBalance",
      "readCommunityPool",
      "readCreditBalance",
      "readCreditBalances",
      "readCreditBalancesByBatch",
      "readCreditClass",
      "readCreditClasses",
      "readCreditClassesByAdmin",
      "readCreditType",
      "readCreditTypes",
      "readDenomMetadata",
      "readDistributionParams",
      "readEvents",
      "readFeeParams",
      "readFeeSchedule",
      "readGovParams",
      "readGovernanceVoters",
      "readGrantsOf",
      "readInflation",
      "readMessageResponses",
      "readMintParams",
      "readModuleAccounts",
      "readNodeConfig",
      "readOpenVotes",
      "readPools",
      "readProject",
      "readProjects",
      "readProjectsByAdmin",
      "readProjectsByClass",
      "readProjectsByReferenceId",
      "readProposal",
      "readProposals",
      "readRewardActivities",
      "readSellOrder",
      "readSellOrders",
      "readSellOrdersByBatch",
      "readSellOrdersBySeller",
      "readSigningInfos",
      "readSlashingParams",
      "readStakingParams",
      "readStakingPool",
      "readStatus",
      "readSupplyOf",
      "readSupplyState",
      "readTally",
      "readTotalSupply",
      "readTx",
      "readValidatorMetrics",
      "readValidators",
      "reconcile",
      "takeSnapshot",
    ]
  `)
})

test('regen-fees/wallet', () => {
  expect(names(wallet)).toMatchInlineSnapshot(`
    [
      "REGEN_CHAINS",
      "chooseSigner",
      "keplrOptions",
      "previewSignRequest",
      "readSignRequest",
      "regenChainInfo",
      "suggestChain",
      "walletConnectSigner",
    ]
  `)
})

test('regen-fees/redistribution', () => {
  expect(names(redistribution)).toMatchInlineSnapshot(`
    [
      "DEFAULT_ROUND_POLICY",
      "METHODS",
      "MILESTONE_STATES",
      "QUADRATIC_DEFAULTS",
      "RETRO_DEFAULTS",
      "ROUND_KNOBS",
      "adjustAwards",
      "adr36Bytes",
      "allocate",
      "allocateRound",
      "attestationsOf",
      "attestedCoverage",
      "ballotText",
      "batchCertificate",
      "categoryBudgets",
      "certificateId",
      "certificatePayout",
      "claimHash",
      "conviction",
      "convictionDecay",
      "convictionLimit",
      "convictionThreshold",
      "decimalText",
      "effectiveNumber",
      "endowmentSpend",
      "explainAllocation",
      "fundShare",
      "gini",
      "grantProgress",
      "indicatorProgress",
      "isqrt",
      "marginalMatch",
      "median",
      "mergeFractions",
      "milestoneAmounts",
      "mintCertificate",
      "openBallotBox",
      "parseReport",
      "parseRound",
      "parseRoundPolicy",
      "partsOfId",
      "quadraticFunding",
      "rawIri",
      "reportBytes",
      "reportHash",
      "reportIri",
      "reportRawHash",
      "requireSettled",
      "retireFraction",
      "retroMedian",
      "retroMetrics",
      "roundPolicyHash",
      "roundSize",
      "roundTerms",
      "runway",
      "settle",
      "signatureProblem",
      "splitBudget",
      "splitFraction",
      "streamPayouts",
      "streamed",
      "sybilGain",
      "toHypercert",
      "transferFraction",
      "verifySettlement",
      "votesByProject",
    ]
  `)
})

test('regen-fees/testing', () => {
  expect(names(testing)).toMatchInlineSnapshot(`
    [
      "keplrStandIn",
      "leapStandIn",
      "ledgerStandIn",
      "readRecordings",
      "startRecordedNode",
      "walletConnectStandIn",
    ]
  `)
})

test.each(Object.entries({ m012, m013, m014, m015 }))(
  'regen-fees/%s is the namespace of the root',
  (name, module) => {
    expect((root as unknown as Record<string, object>)[name]).toEqual(module)
    expect(names(module).length).toBeGreaterThan(8)
  },
)

test('every entry of the package has types first, and a file to build it from', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>
  }
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue
    expect([entry, Object.keys(target)]).toEqual([entry, ['types', 'default']])
    const source = new URL(
      `../${target['default']?.replace('./dist/', 'src/').replace(/\.js$/, '.ts')}`,
      import.meta.url,
    )
    expect(readFileSync(source, 'utf8').length).toBeGreaterThan(10)
  }
})
