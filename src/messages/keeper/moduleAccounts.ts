/** The accounts of the chain's own modules, by name. An address is the first 20 bytes of the name's SHA-256. */
export const MODULE_ACCOUNTS = {
  bonded_tokens_pool: 'regen1fl48vsnmsdzcv85q5d2q4z5ajdha8yu32ezn0n',
  distribution: 'regen1jv65s3grqf6v6jl3dp4t6c9t9rk99cd8ca0qlm',
  ecocredit: 'regen1p9wcmwjz86q60dwjhs28dkpmjrud6400jeafj9',
  'ecocredit-basket': 'regen17q0sdqekguma6yk9cf3dv3j7ewfdpdegdae9dh',
  fee_collector: 'regen17xpfvakm2amg962yls6f84z3kell8c5l0mguae',
  gov: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
  interchainaccounts: 'regen1vlthgax23ca9syk7xgaz347xmf4nunefc2at65',
  'marketplace-feepool': 'regen1h9u8kdj7za4f9d252yq8082qgxcdn8g2mj2kk6',
  mint: 'regen1m3h30wlvsf8llruxtpukdvsy0km2kum8hnvy3y',
  not_bonded_tokens_pool: 'regen1tygms3xhhs3yv487phx3dw4a95jn7t7l7e7ze8',
  protocolpool: 'regen1purnwdrhg477r0evks8t5ah7c8thvrssaxmfm8',
  protocolpool_escrow: 'regen139js96huvt800a0rprnsdqrj3ymjdlwah8xzgy',
  transfer: 'regen1yl6hdjhmkf37639730gffanpzndzdpmh3aa4p8',
  wasm: 'regen1xds4f0m87ajl3a6az6s2enhxrd0wta480yhk9m',
} as const

export type ModuleName = keyof typeof MODULE_ACCOUNTS

const NAMES = new Map<string, ModuleName>(
  Object.entries(MODULE_ACCOUNTS).map(([name, address]) => [address, name as ModuleName]),
)

/** The module whose account an address is, or undefined. */
export const moduleOf = (address: string): ModuleName | undefined => NAMES.get(address.toLowerCase())
