/** What a failure means in our words, and the way out. The values are in the chain's own reason. */
export type FailureText = { readonly meaning: string; readonly fix: string }

const CHECK_MESSAGE = 'Correct the message; a preview names the field and the rule.'
const PAY_YOURSELF = 'Pay the gas yourself, or ask for another allowance.'
const REPORT = 'Report it with the log: a transaction made by this SDK should not get here.'

/** Every failure that has a name. Those that a preview foresees are named as its warnings are. */
export const FAILURES = {
  ACCOUNT_MISSING: { meaning: 'An account does not exist on chain yet.', fix: 'Send it some coins first.' },
  ADDRESS_MALFORMED: { meaning: 'An address is wrong.', fix: 'Pass addresses that begin with "regen1".' },
  ALLOWANCE_EXPIRED: { meaning: 'The fee allowance has expired.', fix: PAY_YOURSELF },
  ALLOWANCE_FOR_OTHERS: { meaning: 'The fee allowance is not for this message.', fix: PAY_YOURSELF },
  ALLOWANCE_MISSING: { meaning: 'Nobody granted a fee allowance.', fix: PAY_YOURSELF },
  ALLOWANCE_USED: { meaning: 'The fee allowance is used up.', fix: PAY_YOURSELF },
  ALREADY_EXISTS: { meaning: 'It exists already.', fix: 'Choose another name or id.' },
  AMOUNT_PRECISION: {
    meaning: 'An amount has more than six decimals.',
    fix: 'Cut it; trailing zeros count, so "1.0000000" is refused.',
  },
  AUTHORIZATION_EXPIRED: { meaning: 'The grant has expired.', fix: 'Let the granter grant it anew.' },
  AUTHORIZATION_MISSING: {
    meaning: 'The granter did not allow this.',
    fix: 'Let the granter grant it first.',
  },
  BALANCE_TOO_LOW: {
    meaning: 'An account holds too few coins.',
    fix: 'Add coins, or spend less; gas is taken before anything else.',
  },
  BASKET_RETIRES: { meaning: 'The basket gives credits out retired only.', fix: 'Set retireOnTake.' },
  BID_BELOW_ASK: { meaning: 'The bid is below the ask price.', fix: 'Bid at least what the order asks.' },
  BID_WRONG_DENOM: {
    meaning: 'The bid is in another denom than the ask.',
    fix: 'Bid in the denom of the order.',
  },
  COINS_MALFORMED: {
    meaning: 'Coins are wrong.',
    fix: 'Give amounts above zero, sorted by denom, each once.',
  },
  CONFLICT: { meaning: 'It conflicts with what is there.', fix: CHECK_MESSAGE },
  CREATION_FEE_MISSING: {
    meaning: 'The creation fee is missing.',
    fix: 'Offer the fee that the reason names.',
  },
  CREATION_FEE_TOO_LOW: {
    meaning: 'The creation fee is too low.',
    fix: 'Offer the fee that the reason names.',
  },
  CREDITS_TOO_LOW: {
    meaning: 'An account holds too few tradable credits.',
    fix: 'Use at most what it holds; credits on sale are not tradable.',
  },
  DECIMAL_MALFORMED: {
    meaning: 'The chain cannot use a decimal number.',
    fix: 'Correct the amount. If every purchase fails like this, governance has set a fee rate to the text "0".',
  },
  DENOM_NOT_ALLOWED: { meaning: 'Sellers may not ask for this denom.', fix: 'Ask for an allowed denom.' },
  GAS_FEE_TOO_LOW: { meaning: 'The gas fee is below the minimum of the node.', fix: 'Pay what it requires.' },
  GAS_LIMIT_WRONG: { meaning: 'The gas limit is not allowed.', fix: 'Set it from a simulation.' },
  INTERNAL_ERROR: { meaning: 'The chain failed inside.', fix: REPORT },
  INVALID_REQUEST: { meaning: 'The chain refuses the message.', fix: CHECK_MESSAGE },
  MAX_FEE_TOO_LOW: {
    meaning: 'The buyer fee is above maxFeeAmount, which is 0 when left out.',
    fix: 'Preview again and set the maxFeeAmount that it suggests.',
  },
  MAX_FEE_WRONG_DENOM: {
    meaning: 'maxFeeAmount is in another denom than the order.',
    fix: 'Give maxFeeAmount in the denom of the order.',
  },
  MEMO_TOO_LONG: { meaning: 'The memo is too long.', fix: 'Shorten it.' },
  MEMPOOL_FULL: { meaning: 'The node is full.', fix: 'Send the same bytes later, or to another node.' },
  MESSAGE_DEAD: { meaning: 'v7 does not implement this message.', fix: 'Do without it.' },
  NOT_FOUND: { meaning: 'Something the message names does not exist.', fix: CHECK_MESSAGE },
  NOT_SUPPORTED: { meaning: 'The chain does not support this.', fix: CHECK_MESSAGE },
  ORDER_MISSING: {
    meaning: 'There is no such sell order.',
    fix: 'It was filled or cancelled: choose another.',
  },
  ORDER_TOO_SMALL: { meaning: 'The order holds fewer credits.', fix: 'Buy at most what is left.' },
  OUT_OF_GAS: { meaning: 'The gas limit was too low.', fix: 'Simulate again and set a higher limit.' },
  OWN_ORDER: {
    meaning: 'The order is the own one of the buyer.',
    fix: 'Cancel it instead of buying from it.',
  },
  PANIC: { meaning: 'The chain panicked on the message and undid it.', fix: CHECK_MESSAGE },
  PARSE_ERROR: { meaning: 'The chain cannot read a text of the message.', fix: CHECK_MESSAGE },
  RETIRE_ONLY_ORDER: { meaning: 'The order sells only to retire.', fix: 'Leave disableAutoRetire at false.' },
  SEQUENCE_WRONG: {
    meaning: 'The account sequence is wrong.',
    fix: 'Wait for what is pending, read the account again, and sign anew.',
  },
  SIGNATURE_MISSING: { meaning: 'A signature is missing.', fix: 'Sign with every signer of the messages.' },
  SIGNATURE_WRONG: {
    meaning: 'The signature does not fit the account, its number, the sequence or the chain id.',
    fix: 'Read the account again and sign anew; amino JSON needs the type URL as the name of a message.',
  },
  SIGNER_CANNOT_SIGN: {
    meaning: 'The signer has no key that the chain accepts.',
    fix: 'Modules and group policies act through governance or a group.',
  },
  SIGNER_WRONG: { meaning: 'Another account has to sign this.', fix: 'Sign with the account it names.' },
  TIMEOUT_HEIGHT_PASSED: {
    meaning: 'The timeout height has passed: this transaction can never run.',
    fix: 'Sign anew, with a later timeout height.',
  },
  TOO_LONG: { meaning: 'A text of the message is too long.', fix: CHECK_MESSAGE },
  TOO_MANY_SIGNATURES: { meaning: 'There are too many signatures.', fix: 'Use fewer signers.' },
  TX_FEE_TOO_LOW: { meaning: 'A fee is too low.', fix: 'Offer the fee that the reason names.' },
  TX_IN_MEMPOOL: {
    meaning: 'The node has this transaction already.',
    fix: 'Wait for it; do not sign again.',
  },
  TX_MALFORMED: { meaning: 'The node could not read the transaction.', fix: REPORT },
  TX_TOO_LARGE: { meaning: 'The transaction is too large.', fix: 'Split it into several.' },
  UNAUTHORIZED: { meaning: 'The signer may not do this.', fix: 'Sign with the account the reason names.' },
  UNKNOWN_FAILURE: { meaning: 'The chain refuses the transaction.', fix: 'See the reason it gives.' },
  UNKNOWN_REQUEST: { meaning: 'The chain has no handler for this.', fix: CHECK_MESSAGE },
  WRONG_CHAIN: { meaning: 'It is signed for another chain.', fix: 'Sign for the chain id of the node.' },
} as const satisfies { readonly [name: string]: FailureText }

/** The name of a reason for which the chain refuses a transaction. */
export type FailureName = keyof typeof FAILURES
