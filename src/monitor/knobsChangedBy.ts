/** What a proposal with such a message would change; the types are those of the chain, or as the specifications name them. */
const CHANGES: readonly (readonly [type: RegExp, change: string])[] = [
  [/^\/regen\.ecocredit\.marketplace\.v1\.MsgGovSetFeeParams$/, 'the fees of the marketplace'],
  [/^\/regen\.ecocredit\.marketplace\.v1\.MsgGovSendFromFeePool$/, 'the fee pool of the marketplace'],
  [/^\/regen\.ecocredit\.marketplace\.v1\.Msg(Add|Remove)AllowedDenom$/, 'the denoms of the marketplace'],
  [/^\/regen\.ecocredit\.v1\.MsgUpdateClassFee$/, 'the fee for a new class'],
  [/^\/regen\.ecocredit\.basket\.v1\.MsgUpdateBasketFee$/, 'the fee for a new basket'],
  [/^\/regen\.feerouter\.|FeeRouter/, 'M013'],
  [/^\/regen\.supply\./, 'M012'],
  [/^\/regen\.authority\./, 'M014'],
  [/^\/regen\.rewards\./, 'M015'],
  [/^\/cosmos\.mint\.v1beta1\.MsgUpdateParams$/, 'inflation'],
  [/^\/cosmos\.(staking|slashing)\.v1beta1\.MsgUpdateParams$/, 'the validator set'],
  [/^\/cosmos\.(distribution|protocolpool)\..*MsgUpdateParams$/, 'the community pool'],
  [/^\/cosmos\.gov\.v1(beta1)?\.MsgUpdateParams$/, 'governance itself'],
  [/^\/cosmos\.upgrade\.v1beta1\.MsgSoftwareUpgrade$/, 'the software of the chain'],
  [/^\/cosmwasm\.wasm\.v1\.Msg(Store|Instantiate|Migrate|Execute|Sudo)/, 'a contract'],
]

/** What messages of these types would change, each once; nothing for those that change no rule. */
export const knobsChangedBy = (types: readonly string[]): readonly string[] => [
  ...new Set(types.flatMap(type => CHANGES.flatMap(([known, change]) => (known.test(type) ? [change] : [])))),
]
