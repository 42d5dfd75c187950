import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { JSON_FORMS } from '../../scripts/docs/jsonForms.ts'
import { schemaOf } from '../../src/cli/command.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import {
  QueryAnchorByIRIResponse,
  QueryAttestationsByIRIResponse,
} from '../../src/wire/generated/regen/data/v2/query.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { example, run } from './run.ts'

/** From ballots to what was paid: fund ballot, settle, verify, grant, certificate and measure. */

const file = (name: string) => example(`fund/${name}`)
const fund = (...argv: readonly string[]) => run(['fund', ...argv])
const ALICE = network.accounts['alice']?.address ?? ''
const BOB = network.accounts['bob']?.address ?? ''

/** A report of the quadratic example, as --report writes it. */
const reportText = async () => {
  const { files } = await fund('quadratic', '--round', file('quadratic'), '--report', 'report.json')
  return files.get('report.json') ?? ''
}
const withReport = async (...argv: readonly string[]) => {
  const text = await reportText()
  return run(['fund', ...argv], { stdin: text })
}

describe('fund ballot', () => {
  const ballot = (...argv: readonly string[]) =>
    fund('ballot', '--round', file('retro-median'), '--time', '2026-01-10T00:00:00Z', ...argv)

  test('prints the text that a wallet signs', async () => {
    const { code, out } = await ballot('--voter', ALICE, '--vote', 'soil=2000', '--vote', 'forest=0')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ voter: ALICE, votes: { soil: '2000', forest: '0' }, version: 1 })
    expect(out).not.toContain(' ')
  })

  test.each([
    ['a voter that is no address', ['--voter', 'ada', '--vote', 'soil=1'], '(malformed): its voter'],
    [
      'a project that is none',
      ['--voter', ALICE, '--vote', 'nothing=1'],
      '"nothing" is no project of the round',
    ],
    ['an amount that is none', ['--voter', ALICE, '--vote', 'soil=1.5'], 'whole number'],
    ['no vote at all', ['--voter', ALICE], 'a ballot without a vote says nothing'],
    ['no voter', ['--vote', 'soil=1'], '--voter is required'],
  ])('%s is refused', async (_, argv, message) => {
    const { code, err } = await ballot(...argv)
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining(message)])
  })
})

describe('fund settle', () => {
  const gov = ['--proposer', ALICE, '--deposit', '2000000000uregen']

  test('says what it pays and to whom, and that nothing is signed', async () => {
    const { code, out } = await withReport('settle', ...gov)
    expect([code, out]).toEqual([0, expect.stringContaining('Pays         100 REGEN to 3')])
    expect(out).toContain('Nothing is signed')
  })

  test('--json gives messages that preview takes', async () => {
    const { out } = await withReport('settle', ...gov, '--max-recipients', '2', '--json')
    const { messages, payments, total } = JSON.parse(out)
    expect(messages.map(({ typeUrl }: { typeUrl: string }) => typeUrl)).toEqual([
      '/regen.data.v2.MsgAnchor',
      '/cosmos.gov.v1.MsgSubmitProposal',
      '/cosmos.gov.v1.MsgSubmitProposal',
    ])
    expect([payments.length, total.amount]).toEqual([3, '100000000'])
    const preview = await run(['preview', '-'], { stdin: JSON.stringify(messages) })
    expect([preview.code, preview.err]).toEqual([0, ''])
    expect(preview.out).toMatch(/Pay round example-quadratic/)
  })

  test('the deposit that the chain asks for is read from a node', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const { code, err } = await withReport('settle', '--proposer', ALICE, '--rpc', node.url)
    expect([code, err]).toEqual([0, expect.stringMatching(/The deposit is \d+uregen, as the chain asks for/)])
  })

  test.each([
    ['2000REGEN', 'uregen', '2000000000'],
    ['0.5regen', 'uregen', '500000'],
    ['2000uusdc', 'uusdc', '2000'],
  ])('a deposit of %s is a coin of %s', async (deposit, denom, amount) => {
    const { out } = await withReport('settle', '--proposer', ALICE, '--deposit', deposit, '--json')
    expect(JSON.parse(out).messages[1].value.initialDeposit).toEqual([{ denom, amount }])
  })

  test.each(['2.5uusdc', '1e9uregen', '5', 'uregen'])('a deposit of %s is none', async deposit => {
    const { code, err } = await withReport('settle', '--proposer', ALICE, '--deposit', deposit)
    expect(code).toBe(1)
    expect(err.replace(/\s+/g, ' ')).toContain(
      `--deposit is invalid: ✖ expected an amount such as 100regen or 100000000uregen; got "${deposit}"`,
    )
  })

  test('a group pays from its own account', async () => {
    const { out } = await withReport('settle', '--proposer', ALICE, '--group', BOB, '--json')
    const { messages } = JSON.parse(out)
    expect(messages[1].typeUrl).toBe('/cosmos.group.v1.MsgSubmitProposal')
    expect(messages[1].value.messages[0].value.fromAddress).toBe(BOB)
  })

  test('without a deposit or a node, and without a proposer, it says what is missing', async () => {
    expect((await withReport('settle', '--proposer', ALICE)).err).toContain('--deposit')
    expect((await withReport('settle')).err).toContain('--proposer is required')
    expect((await run(['fund', 'settle'], { stdin: '{}' })).err).toContain('[INPUT_INVALID]')
  })
})

describe('fund verify', () => {
  const open: Server[] = []
  afterEach(() => {
    for (const server of open.splice(0)) server.close()
  })

  type Answers = { readonly [method: string]: (params: { path?: string; query?: string }) => unknown }
  /** A node that knows the answers to a few calls. */
  async function nodeOf(answers: Answers): Promise<string> {
    const server = createServer((request, response) => {
      let text = ''
      request.on('data', chunk => (text += chunk))
      request.on('end', () => {
        const given = JSON.parse(text)
        const reply = ({ id, method, params }: { id: number; method: string; params: object }) => ({
          jsonrpc: '2.0',
          id,
          result: answers[method]?.(params),
        })
        const all = [given].flat().map(reply)
        response.end(JSON.stringify(Array.isArray(given) ? all : all[0]))
      })
    })
    open.push(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const attribute = (key: string, value: string) => ({ key, value, index: true })
  /** The end of proposal 71, with these payments from the community pool. */
  const paying = (amounts: readonly (readonly [string, string])[]): Answers => ({
    block_search: ({ query }) => ({
      total_count: query?.includes("'71'") ? '1' : '0',
      blocks: query?.includes("'71'") ? [{ block: { header: { height: '400' } } }] : [],
    }),
    block_results: () => ({
      finalize_block_events: [
        ...amounts.map(([recipient, amount]) => ({
          type: 'transfer',
          attributes: [
            attribute('recipient', recipient),
            attribute('sender', MODULE_ACCOUNTS.protocolpool),
            attribute('amount', amount),
          ],
        })),
        {
          type: 'active_proposal',
          attributes: [attribute('proposal_id', '71'), attribute('proposal_result', 'proposal_passed')],
        },
      ],
    }),
  })
  const due = async () =>
    (JSON.parse(await reportText()).allocations as { recipient: string; amount: string }[]).map(
      ({ recipient, amount }) => [recipient, `${amount}uregen`] as const,
    )

  test('what a proposal paid is what the report says, to the unit', async () => {
    const url = await nodeOf(paying(await due()))
    const { code, out } = await withReport('verify', '--proposal', '71', '--rpc', url)
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('What was paid is what the report says, to the unit.'),
    ])
  })

  test('one unit less is seen, and ends with 1', async () => {
    const [first, ...rest] = await due()
    const url = await nodeOf(paying([[first?.[0] ?? '', '19318181uregen'], ...rest]))
    const { code, out } = await withReport('verify', '--proposal', '71', '--rpc', url, '--json')
    const { verified, lines } = JSON.parse(out)
    expect([code, verified, lines[0]]).toEqual([
      1,
      false,
      expect.objectContaining({ due: '19318182', paid: '19318181' }),
    ])
  })

  test('a proposal that has not ended is said so', async () => {
    const url = await nodeOf(paying([]))
    const { code, err } = await withReport('verify', '--proposal', '72', '--rpc', url)
    expect([code, err]).toEqual([1, expect.stringContaining('proposal 72 has not ended')])
  })

  test('--round computes again, without a node: the same bytes, or which fields differ', async () => {
    const same = await withReport('verify', '--round', file('quadratic'))
    expect([same.code, same.out.replace(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringMatching(/comes to this report, byte by byte: regen:/),
    ])
    const other = await withReport('verify', '--round', file('recorded-purchases'))
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('NOT come to this report')])
  })

  test('--anchored asks the chain, and says who attests', async () => {
    const answering = (anchored: boolean): Answers => ({
      status: () => ({
        node_info: { network: 'regen-devnet-1', version: '0.38.19' },
        sync_info: {
          latest_block_height: '400',
          latest_block_time: '2026-11-21T14:29:48Z',
          earliest_block_height: '1',
          earliest_block_time: '2026-11-21T14:00:00Z',
          catching_up: false,
        },
      }),
      abci_query: ({ path = '' }) => {
        const value = (bytes: Uint8Array) => ({
          response: { code: 0, value: Buffer.from(bytes).toString('base64'), height: '400' },
        })
        if (!anchored)
          return { response: { code: 22, codespace: 'sdk', log: 'not found', value: null, height: '400' } }
        const timestamp = { seconds: 1_790_000_000n, nanos: 0 }
        return path.includes('AnchorByIRI')
          ? value(
              QueryAnchorByIRIResponse.encode(
                QueryAnchorByIRIResponse.fromPartial({ anchor: { iri, timestamp } }),
              ).finish(),
            )
          : value(
              QueryAttestationsByIRIResponse.encode(
                QueryAttestationsByIRIResponse.fromPartial({
                  attestations: [{ iri, attestor: ALICE, timestamp }],
                }),
              ).finish(),
            )
      },
    })
    const { iri } = JSON.parse((await withReport('verify', '--round', file('quadratic'), '--json')).out)
    const yes = await withReport('verify', '--anchored', '--rpc', await nodeOf(answering(true)), '--json')
    expect([yes.code, JSON.parse(yes.out).anchor]).toEqual([
      0,
      { time: '2026-09-21T14:13:20Z', attestors: [ALICE] },
    ])
    const no = await withReport('verify', '--anchored', '--rpc', await nodeOf(answering(false)))
    expect([no.code, no.out]).toEqual([1, expect.stringContaining('NOT anchored')])
  })

  test('nothing to verify with is said so', async () => {
    expect((await withReport('verify')).err).toContain('--proposal or --tx; or --round, or')
  })
})

describe('fund grant', () => {
  const grant = (...events: readonly (readonly [string, number, string])[]) =>
    run(['fund', 'grant'], {
      stdin: JSON.stringify({
        version: 1,
        id: 'g',
        recipient: ALICE,
        award: '100001',
        milestones: [3333, 3333, 3334].map(basisPoints => ({ basisPoints, deadline: '2026-06-30' })),
        events: events.map(([act, milestone, time]) => ({ act, milestone, time })),
      }),
    })

  test('of an award that nothing happened to, all is open', async () => {
    expect((await grant()).out).toMatch(/Open {6}0\.100001 REGEN/)
  })

  test('a step that its states do not allow is refused with the way out', async () => {
    const { code, err } = await grant(['accept', 0, '2026-06-01'])
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('[MILESTONE_REFUSED]')])
    expect((await grant(['fund', 3, '2026-06-01'])).err).toContain('no milestone 3')
  })
})

describe('fund certificate', () => {
  test('a credit batch of the recorded chain: Σ units and Σ payout are whole', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const { code, out } = await fund(
      'certificate',
      '--batch',
      'C01-001-20200101-20210101-001',
      '--payout',
      '1000000uregen',
      '--rpc',
      node.url,
      '--json',
    )
    const { certificate, payouts, claim } = JSON.parse(out)
    const sum = (list: { units?: string; amount?: string }[], field: 'units' | 'amount') =>
      list.reduce((total, row) => total + BigInt(row[field] ?? 0), 0n)
    expect([code, claim, certificate.claimHash]).toEqual([0, null, 'regen:batch-c01-001'])
    expect(sum(certificate.fractions, 'units').toString()).toBe(certificate.units)
    expect(sum(payouts, 'amount')).toBe(1_000_000n)
  })

  test('an act that would not conserve units is refused', async () => {
    const acts = [{ act: 'split', fraction: 1, parts: ['1', '2'] }]
    const frame = ['2026-01-01', '2026-12-31']
    const stdin = JSON.stringify({
      version: 1,
      creator: ALICE,
      units: '10',
      claim: { name: 'n', workTimeframe: frame, impactTimeframe: frame },
      acts,
    })
    expect((await run(['fund', 'certificate'], { stdin })).err).toContain('[CERTIFICATE_REFUSED]')
  })
})

test('fund measure: what was retired in a period is what the batches say is retired', async () => {
  const node = await recordedNode()
  node.standAt('end')
  const { code, out } = await fund('measure', '--period', '400d', '--rpc', node.url, '--json')
  const { indicators, complete } = JSON.parse(out)
  const retired = indicators.find(
    (row: { indicator: string; of: string }) => row.indicator === 'credits retired' && row.of === 'C01',
  )
  // The four retired fractions of the certificate: 2.833333 + 26.25 + 7.25 + 1.5.
  expect([code, complete, retired.value]).toEqual([0, true, '37.833333'])
  expect(retired.provenance).toMatchObject({ height: '367', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

describe('answers', () => {
  test('"help fund quadratic" is the help of that command', async () => {
    const [asked, flag] = [await run(['help', 'fund', 'quadratic']), await fund('quadratic', '--help')]
    expect([asked.code, asked.out]).toEqual([0, flag.out])
    expect(asked.out).toContain('--explain <project>')
    expect((await run(['help', 'fund'])).out).toContain('quadratic')
  })

  test('--csv with --json or --explain is an error', async () => {
    for (const other of [['--json'], ['--explain', 'soil']]) {
      const { code, err } = await fund('quadratic', '--round', file('quadratic'), '--csv', ...other)
      expect([code, err]).toEqual([1, expect.stringContaining('are two answers: choose one')])
    }
  })

  test.each([
    ['quadratic', 'recorded-purchases', 'C01-001', /Σ√c = 13570\.\d+/],
    ['retro', 'retro-median', 'soil', /votes that were cast, sorted/],
    ['retro', 'ecosystem-health', 'C01-001', /w × x \/ Σx of credits retired\n {4}w = 0\.4545/],
  ])('fund %s --explain of %s shows %s step by step', async (command, round, project, step) => {
    const { code, out } = await fund(command, '--round', file(round), '--explain', project)
    expect([code, out]).toEqual([0, expect.stringMatching(step)])
  })

  test('fund --explain names the unit of every amount', async () => {
    const { out } = await fund('quadratic', '--round', file('quadratic'), '--explain', 'soil')
    expect(out.split('\n').slice(0, 4)).toEqual([
      'Formulas count amounts in uregen: roots and weights are of such numbers.',
      '√c of ada',
      '    c = 1000000 uregen (1 REGEN)',
      '    root = 1000',
    ])
    expect(out).toContain('    budget = 100000000 uregen (100 REGEN)\n    Σ = 250000000\n')
    expect(out).toMatch(/\n {4}amount = 19318182 uregen \(19\.318182 REGEN\)$/)
    const votes = await fund('retro', '--round', file('retro-median'), '--explain', 'soil')
    expect(votes.out).toContain(
      '    amounts = 2000000000 uregen (2000 REGEN), 3000000000 uregen (3000 REGEN)\n',
    )
  })

  test('fund simulate --explain: each policy by its own formula', async () => {
    const { out } = await fund(
      'simulate',
      '--round',
      file('quadratic'),
      '--as',
      'pairwise,pairwiseM=1000000',
      '--as',
      'cocm',
      '--explain',
      'soil',
    )
    expect(out).toMatch(/as it is:\nFormulas count amounts in uregen: .*\n√c of ada/)
    expect(out).toMatch(/2 × k × √\(c_i × c_j\) of \w+ and \w+\n {4}root = /)
    expect(out).toMatch(/2 × √\(P_gh × P_hg\) of /)
  })

  test('fund diff names what changes', async () => {
    const { out } = await run(['fund', 'diff', file('quadratic'), file('recorded-purchases')], {
      columns: 200,
    })
    expect(out).toMatch(/budget .*100000000 .*1000000/)
    expect((await fund('diff', file('quadratic'), file('quadratic'))).out).toBe('Nothing changes.')
  })

  test.each([
    ['allocation', ['quadratic', '--round', file('quadratic')]],
    ['allocation-trace', ['quadratic', '--round', file('quadratic'), '--explain', 'soil']],
    ['simulated-rounds', ['simulate', '--round', file('quadratic'), '--as', 'cocm']],
    ['simulated-traces', ['simulate', '--round', file('quadratic'), '--explain', 'soil']],
    ['round-diff', ['diff', file('quadratic'), file('public-goods')]],
    ['ballot', ['ballot', '--round', file('retro-median'), '--voter', ALICE, '--vote', 'soil=1']],
    ['settlement', ['settle', '-', '--proposer', ALICE, '--deposit', '1uregen']],
    ['settlement-check', ['verify', '-', '--round', file('quadratic')]],
    ['grant', ['grant', file('grant')]],
    ['certificate', ['certificate', file('certificate')]],
    ['round-policy', ['knobs']],
  ] as const)('%s has a schema, and docs/command-line.md says what is in it', async (form, argv) => {
    const { schema, ...answer } = JSON.parse((await withReport(...argv, '--json')).out)
    expect([schema, Object.keys(answer).sort()]).toEqual([
      schemaOf(form),
      Object.keys(JSON_FORMS[form] ?? {}).sort(),
    ])
  })

  test.each(['public-goods', 'community-development', 'ecosystem-health', 'recorded-purchases'])(
    'the preset %s runs, and its equations hold',
    async name => {
      const command = ['public-goods', 'recorded-purchases'].includes(name) ? 'quadratic' : 'retro'
      const { code, out } = await fund(command, '--round', file(name))
      expect([code, out]).toEqual([0, expect.stringContaining('Σ allocations + dust = budget')])
    },
  )
})
