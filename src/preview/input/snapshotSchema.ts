import * as z from 'zod/mini'
import { parseChainFeeConfig } from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { M013_PHASES } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { DENOM } from '../../primitives/coin.ts'
import { CoinJson, CreditsText, RatioText, TimeText, textOf, WholeAmount } from '../../primitives/schemas.ts'
import { parseTime } from '../../primitives/time.ts'
import { AllowedDenomJson, DenomNameJson } from './denomSchemas.ts'

const Row = z.strictObject

const CreditTypeJson = Row({ abbreviation: z.string(), name: z.string() })

const CreditClassJson = Row({
  id: z.string(),
  admin: z.string(),
  creditType: z.string(),
  issuers: z.nullable(z.array(z.string())),
})

const ProjectJson = Row({ id: z.string(), classId: z.string(), admin: z.string(), referenceId: z.string() })

const BatchJson = Row({
  denom: z.string(),
  projectId: z.string(),
  issuer: z.string(),
  open: z.boolean(),
  startDate: TimeText,
})

const SellOrderJson = Row({
  id: z.string().check(z.regex(/^[1-9]\d{0,19}$/, 'expected the id of a sell order')),
  seller: z.string(),
  batchDenom: z.string(),
  quantity: CreditsText,
  askDenom: z.string(),
  askAmount: WholeAmount,
  disableAutoRetire: z.boolean(),
  expiration: z.nullable(TimeText),
})

const BasketJson = Row({
  denom: z.string(),
  name: z.string(),
  curator: z.string(),
  creditType: z.string(),
  disableAutoRetire: z.boolean(),
  allowedClasses: z.array(z.string()),
  dateCriteria: z.nullable(
    z.union([
      Row({ minStartDate: TimeText }),
      Row({ startDateWindowSeconds: WholeAmount }),
      Row({ yearsInThePast: z.int().check(z.nonnegative()) }),
    ]),
  ),
  balances: z.nullable(z.array(Row({ batchDenom: z.string(), amount: CreditsText }))),
})

const UNKNOWN = z.enum(['unknown'])

/** As the chain wrote it, capped rates listed. */
const FeeConfigInForceJson = z.pipe(
  Row({
    source: z.string().check(z.minLength(1), z.maxLength(200)),
    feePayer: z._default(z.enum(['signer', 'unknown']), 'unknown'),
    denom: z._default(z.string().check(z.regex(DENOM)), 'unknown'),
    phase: z._default(z.enum([...M013_PHASES, 'unknown']), 'unknown'),
    feeRates: z.unknown(),
    shares: z.unknown(),
    minFee: z.unknown(),
    maxRate: z.unknown(),
    capped: z.optional(z.array(z.string())),
  }),
  z.transform(({ source, feePayer, denom, phase, capped: _, ...config }) => ({
    ...parseChainFeeConfig(config),
    source,
    feePayer,
    denom,
    phase,
  })),
)

const seconds = textOf(text => parseTime(text).seconds)

/** A snapshot as JSON; see LedgerSnapshot for what it means. */
export const SnapshotJson = Row({
  /** The name of this form, as the command line writes it. */
  schema: z.optional(z.enum(['regen-fees/snapshot/1'])),
  chainId: z.string().check(z.minLength(1), z.maxLength(100)),
  height: WholeAmount,
  time: TimeText,
  age: z.optional(Row({ seconds: WholeAmount, catchingUp: z.boolean() })),
  gasPrices: z.union([UNKNOWN, z.array(Row({ denom: z.string(), amount: RatioText }))]),
  settings: Row({
    feeParams: z.union([
      UNKNOWN,
      Row({ buyer: z.string().check(z.maxLength(100)), seller: z.string().check(z.maxLength(100)) }),
    ]),
    classFee: z.union([UNKNOWN, z.nullable(CoinJson)]),
    basketFee: z.union([UNKNOWN, z.nullable(CoinJson)]),
    allowedDenoms: z.union([UNKNOWN, z.array(AllowedDenomJson)]),
    bridgeChains: z.union([UNKNOWN, z.array(z.string())]),
    classCreators: z.union([UNKNOWN, z.nullable(z.array(z.string()))]),
    govDeposit: z.exactOptional(
      z.union([
        UNKNOWN,
        Row({
          minDeposit: z.array(CoinJson),
          expeditedMinDeposit: z.array(CoinJson),
          minInitialDepositRatio: RatioText,
          minDepositRatio: RatioText,
        }),
      ]),
    ),
  }),
  creditTypes: z.array(CreditTypeJson),
  creditClasses: z.array(CreditClassJson),
  projects: z.array(ProjectJson),
  batches: z.array(BatchJson),
  sellOrders: z.array(SellOrderJson),
  baskets: z.array(BasketJson),
  proposals: z.exactOptional(
    z.array(
      Row({
        id: z.string().check(z.regex(/^[1-9]\d{0,19}$/, 'expected the id of a proposal')),
        status: z.enum(['unspecified', 'deposit', 'voting', 'passed', 'rejected', 'failed']),
      }),
    ),
  ),
  grants: z.exactOptional(
    z.array(
      Row({
        granter: z.string(),
        grantee: z.string(),
        message: z.string(),
        expiration: z.nullable(TimeText),
      }),
    ),
  ),
  bridgedBatches: z.exactOptional(z.array(Row({ batchDenom: z.string(), contract: z.string() }))),
  originTxs: z.exactOptional(z.array(Row({ classId: z.string(), source: z.string(), id: z.string() }))),
  creditBalances: z.array(
    Row({
      account: z.string(),
      batchDenom: z.string(),
      tradable: CreditsText,
      retired: CreditsText,
      escrowed: CreditsText,
    }),
  ),
  coinBalances: z.array(Row({ account: z.string(), coins: z.array(CoinJson) })),
  trades: z.array(
    Row({
      classId: z.string(),
      denom: z.string(),
      time: seconds,
      quantity: CreditsText,
      payment: WholeAmount,
    }),
  ),
  statedPrices: z.array(
    Row({
      source: z.enum(['governance-reference', 'external']),
      classId: z.string(),
      denom: z.string(),
      price: RatioText,
      time: seconds,
    }),
  ),
  denomNames: z.exactOptional(z.array(DenomNameJson)),
  /** M013's configuration where it is in force. */
  feeConfig: z.optional(FeeConfigInForceJson),
  /** The tables that hold every row there is at this height. */
  complete: z.array(
    z.enum([
      'creditTypes',
      'creditClasses',
      'projects',
      'batches',
      'sellOrders',
      'baskets',
      'proposals',
      'grants',
      'bridgedBatches',
      'originTxs',
      'creditBalances',
      'coinBalances',
    ]),
  ),
  /** Rows that were asked for and do not exist: 'sell order 4242'. */
  absent: z.array(z.string()),
})
