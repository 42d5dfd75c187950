import { expect, test } from 'vitest'
import { decodeTx, encodeTx } from '../../src/wire/decodeTx.ts'
import { TxMsgData } from '../../src/wire/generated/cosmos/base/abci/v1beta1/abci.ts'
import { SignMode } from '../../src/wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { anysIn, reencode, typeUrlsIn } from './anys.ts'
import { fromBase64, toHex, txs, verdicts } from './recordings.ts'

test('every recorded transaction decodes to data and encodes to the same bytes', () => {
  for (const { name, txBytes } of txs) {
    const bytes = fromBase64(txBytes)
    const tx = decodeTx(bytes)
    expect(toHex(encodeTx(tx)), name).toBe(toHex(bytes))
    expect(tx.exact, name).toBe(true)
  }
  expect(txs.length).toBe(102)
})

test('no message, public key or policy in them is left as bytes', () => {
  const opened = txs.flatMap(({ txBytes }) => typeUrlsIn(decodeTx(fromBase64(txBytes))))
  expect(opened.length).toBe(221)
  expect(opened.filter(typeUrl => typeUrl.includes('.Msg')).length).toBe(114)
})

test('a message inside an authz exec, a group and a governance proposal is as open as any other', () => {
  const messages = txs.flatMap(({ txBytes }) => decodeTx(fromBase64(txBytes)).body.messages)
  const inside = (wrapper: string) =>
    messages.filter(({ typeUrl }) => typeUrl === wrapper).flatMap(({ value }) => typeUrlsIn(value))
  expect(inside('/cosmos.authz.v1beta1.MsgExec')).toEqual(['/regen.ecocredit.v1.MsgRetire'])
  expect(inside('/cosmos.authz.v1beta1.MsgGrant')).toEqual(['/cosmos.authz.v1beta1.GenericAuthorization'])
  expect(inside('/cosmos.group.v1.MsgCreateGroupWithPolicy')).toEqual([
    '/cosmos.group.v1.ThresholdDecisionPolicy',
  ])
  expect(inside('/cosmos.group.v1.MsgSubmitProposal')).toEqual(['/regen.ecocredit.v1.MsgRetire'])
  expect([...new Set(inside('/cosmos.gov.v1.MsgSubmitProposal'))].sort()).toEqual([
    '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend',
    '/cosmos.protocolpool.v1.MsgCommunityPoolSpend',
    '/regen.ecocredit.marketplace.v1.MsgGovSendFromFeePool',
    '/regen.ecocredit.marketplace.v1.MsgGovSetFeeParams',
    '/regen.ecocredit.v1.MsgUpdateClassFee',
  ])
})

test('messages, memo, fee, sequence and sign mode are those that were signed', () => {
  for (const { name, txBytes, messages, memo, fee, sequence, signMode } of txs) {
    const { body, authInfo } = decodeTx(fromBase64(txBytes))
    const [signer] = authInfo.signerInfos
    expect(
      {
        messages: body.messages.map(({ typeUrl }) => typeUrl),
        memo: body.memo,
        fee: { amount: authInfo.fee?.amount, gas: authInfo.fee?.gasLimit.toString() },
        sequence: signer?.sequence.toString(),
        mode: signer?.modeInfo?.single?.mode,
      },
      name,
    ).toEqual({
      messages: messages.map(({ typeUrl }) => typeUrl),
      memo,
      fee,
      sequence,
      mode: SignMode[signMode],
    })
  }
})

test('the responses in their results decode and encode to the same bytes', () => {
  let responses = 0
  for (const { name, tx } of txs) {
    const data = fromBase64(tx?.tx_result.data ?? null)
    const result = TxMsgData.decode(data)
    expect(toHex(TxMsgData.encode(result).finish()), name).toBe(toHex(data))
    for (const any of anysIn('cosmos.base.abci.v1beta1.TxMsgData', result)) {
      expect(reencode(any), `${name}: ${any.typeUrl}`).toBe(toHex(any.value))
      responses++
    }
  }
  expect(responses).toBe(78)
})

test('every message a verdict was recorded for encodes to the same bytes', () => {
  for (const { typeUrl, path, any } of verdicts) {
    const value = fromBase64(any)
    expect(reencode({ typeUrl, value }), `${typeUrl} ${path}`).toBe(toHex(value))
  }
  expect(verdicts.length).toBe(1067)
})
