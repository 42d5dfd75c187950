/**
 * A published number or rule that does not follow from the specification's own formulas.
 *
 * `published` and `exact` are recomputed in `test/errata`, text against text.
 */
export type Erratum = {
  readonly id: string
  /** What it is about, in a few words. */
  readonly title: string
  /** Documents by their names in `SOURCES`, each with the section or function. */
  readonly where: readonly string[]
  readonly input: string
  readonly published: string
  readonly exact: string
  readonly formula: string
  readonly note: string
}

/** A document that was read: its path, and the commit of the version that was read. */
export type Source = {
  readonly name: string
  readonly repository: string
  readonly path: string
  readonly commit: string
}

const UPSTREAM = 'regen-network/agentic-tokenomics'
const FORK = 'ToknWrks/agentic-tokenomics'

/** The documents that the errata cite. */
export const SOURCES: readonly Source[] = [
  {
    name: 'Specification',
    repository: UPSTREAM,
    path: 'phase-2/2.6-economic-reboot-mechanisms.md',
    commit: 'b502ff5071c3',
  },
  {
    name: 'Simulation specification',
    repository: UPSTREAM,
    path: 'docs/economics/economic-simulation-spec.md',
    commit: '7d221bd67206',
  },
  {
    name: 'Reboot proposals',
    repository: UPSTREAM,
    path: 'docs/governance/economic-reboot-proposals.md',
    commit: '7cf95205119f',
  },
  {
    name: 'Proposals for open questions',
    repository: UPSTREAM,
    path: 'docs/governance/needs-governance-proposals.md',
    commit: '42f6beca844e',
  },
  {
    name: 'Contract specification 3.1',
    repository: UPSTREAM,
    path: 'phase-3/3.1-smart-contract-specs.md',
    commit: 'ef818318c5fb',
  },
  {
    name: 'M013 contract architecture',
    repository: UPSTREAM,
    path: 'phase-3/m013-contract-architecture.md',
    commit: '9f4ebfd32be3',
  },
  {
    name: 'M013 integration tests',
    repository: FORK,
    path: 'phase-3/m013-integration-tests.md',
    commit: '4dd05a3f3e1b',
  },
  {
    name: 'm012_supply.js',
    repository: UPSTREAM,
    path: 'mechanisms/m012-fixed-cap-dynamic-supply/reference-impl/m012_supply.js',
    commit: 'feee5982b9b4',
  },
  {
    name: 'M012 fixtures',
    repository: UPSTREAM,
    path: 'mechanisms/m012-fixed-cap-dynamic-supply/datasets/fixtures',
    commit: 'feee5982b9b4',
  },
  {
    name: 'm013_fee.js',
    repository: FORK,
    path: 'mechanisms/m013-value-based-fee-routing/reference-impl/m013_fee.js',
    commit: 'e6156c0cce16',
  },
  {
    name: 'm014_kpi.js',
    repository: UPSTREAM,
    path: 'mechanisms/m014-authority-validator-governance/reference-impl/m014_kpi.js',
    commit: '156e363033a1',
  },
  {
    name: 'm014_score.js',
    repository: UPSTREAM,
    path: 'mechanisms/m014-authority-validator-governance/reference-impl/m014_score.js',
    commit: '8e15cb678616',
  },
  {
    name: 'm015_score.js',
    repository: UPSTREAM,
    path: 'mechanisms/m015-contribution-weighted-rewards/reference-impl/m015_score.js',
    commit: '9542b87a0891',
  },
  {
    name: 'M015 early-exit vector',
    repository: UPSTREAM,
    path: 'mechanisms/m015-contribution-weighted-rewards/reference-impl/test_vectors/vector_v0_early_exit.expected.json',
    commit: '599b16a5826d',
  },
  {
    name: 'M015 stability fixture',
    repository: FORK,
    path: 'mechanisms/m015-contribution-weighted-rewards/datasets/fixtures/v0_stability_sample.json',
    commit: '0a7e7a2d499e',
  },
  {
    name: 'fee-router draft',
    repository: UPSTREAM,
    path: 'contracts/fee-router/src/contract.rs',
    commit: '9398923a6e7c',
  },
  {
    name: 'dynamic-supply draft',
    repository: UPSTREAM,
    path: 'contracts/dynamic-supply/src/contract.rs',
    commit: '58cf48c079f4',
  },
  {
    name: 'validator-governance draft',
    repository: UPSTREAM,
    path: 'contracts/validator-governance/src/contract.rs',
    commit: '38c4f0f29127',
  },
  {
    name: 'contribution-rewards draft',
    repository: UPSTREAM,
    path: 'contracts/contribution-rewards/src/contract.rs',
    commit: '38c4f0f29127',
  },
]
