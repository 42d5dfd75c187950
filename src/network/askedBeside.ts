/** Queries of the snapshot that prices come with; nothing of a network is read from them. */
export const ASKED_BESIDE: readonly string[] = [
  '/cosmos.base.node.v1beta1.Service/Config',
  ...['Basket', 'BasketBalances', 'Baskets'].map(name => `/regen.ecocredit.basket.v1.Query/${name}`),
  ...[
    'AllowedBridgeChains',
    'AllowedClassCreators',
    'ClassCreatorAllowlist',
    'ClassIssuers',
    'CreditTypes',
    'Projects',
  ].map(name => `/regen.ecocredit.v1.Query/${name}`),
]
