/** Each public entry of the package, as it stands in `exports` of package.json, and the file it is built from. */
export const ENTRIES: { readonly [entry: string]: string } = {
  index: 'src/index.ts',
  client: 'src/client.ts',
  cosmjs: 'src/cosmjs.ts',
  testing: 'src/testing.ts',
  m012: 'src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts',
  m013: 'src/mechanisms/m013-value-based-fee-routing/index.ts',
  m014: 'src/mechanisms/m014-authority-validator-governance/index.ts',
  m015: 'src/mechanisms/m015-contribution-weighted-rewards/index.ts',
  'live-marketplace-fees': 'src/mechanisms/live-marketplace-fees/index.ts',
  policy: 'src/policy/index.ts',
  epoch: 'src/epoch/index.ts',
  ecocredit: 'src/messages/ecocredit/index.ts',
  marketplace: 'src/messages/marketplace/index.ts',
  basket: 'src/messages/basket/index.ts',
  data: 'src/messages/data/index.ts',
  cosmos: 'src/messages/cosmos/index.ts',
}
