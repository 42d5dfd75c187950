import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatTime, isTimestamp, type Timestamp } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { classOf, projectId } from '../fields/identifiers.ts'
import { optional } from '../fields/nested.ts'
import { originTx } from '../fields/origin.ts'
import { address, anyText, requiredMetadata } from '../fields/text.ts'
import { startBeforeEnd, time } from '../fields/time.ts'
import { authorizeIssuer } from '../keeper/authorize.ts'
import { addBridged, requireNewContract, spendOrigin } from '../keeper/bridge.ts'
import { issuanceList, issue, listIssuance } from '../keeper/issuance.ts'

/**
 * Issues a new batch of credits of a project.
 *
 * @example
 * msgCreateBatch({
 *   issuer: seller,
 *   projectId: 'C01-001',
 *   issuance: [
 *     {
 *       recipient: buyer,
 *       tradableAmount: '10',
 *       retiredAmount: '1',
 *       retirementJurisdiction: 'US',
 *       retirementReason: 'r'
 *     }
 *   ],
 *   metadata: 'regen:x',
 *   startDate: { seconds: 1640995200n, nanos: 0 },
 *   endDate: { seconds: 1672444800n, nanos: 0 },
 *   open: true,
 *   originTx: { id: 'tx-9', source: 'verra', contract: '', note: '' },
 *   classId: ''
 * })
 */
export const msgCreateBatch = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgCreateBatch',
  signer: 'issuer',
  schema: () =>
    z
      .strictObject({
        issuer: address,
        projectId,
        issuance: issuanceList,
        metadata: requiredMetadata,
        startDate: time,
        endDate: time,
        open: flag,
        originTx: optional(originTx),
        classId: anyText,
      })
      .check(startBeforeEnd),
  charges: ['CreditIssuance'],
  sentence: ({ projectId, issuance }) =>
    `Issues a batch of project ${sanitize(projectId)}: ${listIssuance(issuance)}.`,
  run({ issuer, projectId, issuance, startDate, endDate, open, originTx }, ledger) {
    const classId = ledger.look('project', projectId)?.classId ?? classOf(projectId)
    authorizeIssuer(issuer, classId, ledger)
    if (originTx) spendOrigin(classId, originTx, ledger)
    const contract = originTx?.contract ?? ''
    if (contract !== '') requireNewContract(classId, contract, ledger)
    const denom = batchPrefix(projectId, startDate, endDate)
    const batchDenom = denom === null ? null : ledger.nextId('batch', denom, `${projectId}-`)
    if (batchDenom !== null && startDate)
      ledger.add('batch', { denom: batchDenom, projectId, issuer, open, startDate: formatTime(startDate) })
    if (batchDenom !== null && contract !== '') addBridged({ batchDenom, contract }, ledger)
    issue(batchDenom, classId, issuance, ledger)
  },
})

/** 'C01-001-20200101-20210101-' for a batch that is about to be numbered. */
function batchPrefix(
  projectId: string,
  start: Timestamp | undefined,
  end: Timestamp | undefined,
): string | null {
  if (!start || !end || !isTimestamp(start) || !isTimestamp(end)) return null
  const day = (moment: Timestamp) => formatTime(moment).slice(0, 10).replaceAll('-', '')
  return `${projectId}-${day(start)}-${day(end)}-`
}
