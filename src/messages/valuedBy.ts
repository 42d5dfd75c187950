/**
 * How the value is found that M013 charges a message on, for `regen-fees messages` and the table of the documentation. Apart from the messages, so that
 * a dApp does not carry it.
 */
export const VALUED_BY: { readonly [typeUrl: string]: string } = {
  '/regen.ecocredit.basket.v1.MsgPut':
    'not charged; with the knob basket = transfer: credits × price of the class',
  '/regen.ecocredit.basket.v1.MsgTake':
    'not charged; with the knob basket = transfer: credits × price of the class, as retirement when it retires',
  '/regen.ecocredit.marketplace.v1.MsgBuyDirect':
    'ask price × quantity, order by order; also when the credits are retired',
  '/regen.ecocredit.v1.MsgBridge':
    'not charged; with the knob bridge = transfer: credits × price of the class',
  '/regen.ecocredit.v1.MsgBridgeReceive':
    'not charged; with the knob bridgeReceive = issuance: credits × price of the class',
  '/regen.ecocredit.v1.MsgCreateBatch': 'credits issued, tradable and retired together, × price of the class',
  '/regen.ecocredit.v1.MsgMintBatchCredits':
    'credits issued, tradable and retired together, × price of the class',
  '/regen.ecocredit.v1.MsgRetire': 'credits × price of the class',
  '/regen.ecocredit.v1.MsgSend':
    'tradable part: transfer, retired part: retirement; credits × price of the class',
}
