import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from './run.ts'

const file = fileURLToPath(new URL('../../examples/sign-request.json', import.meta.url))
const snapshot = fileURLToPath(new URL('../../examples/snapshot.json', import.meta.url))

test('sign-doc shows the verdict first, then what a request does and who pays', async () => {
  const { code, out } = await run(['sign-doc', file])
  expect(code).toBe(0)
  expect(out.split('\n')[0]).toBe('Nothing speaks against it.')
  expect(out).toContain('1  Buys 2.345678 credits from sell order 1 for at most 25 REGEN each.')
  expect(out).toContain(
    'Gas fee 0.02 REGEN for at most 800000 gas, paid by regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg.',
  )
})

test('sign-doc with a snapshot: each balance before and after, the proposal in no amount', async () => {
  const { out } = await run(['sign-doc', file, '--snapshot', snapshot])
  expect(out).toContain('regen160z…9aa2qg  −59.248369 REGEN (1999813.766579 REGEN → 1999754.51821 REGEN)')
  expect(out).toContain('Proposed by M013, not in force, in no amount above: 1 REGEN.')
})

test('sign-doc for another chain: do not sign, exit code 1', async () => {
  const { code, out } = await run(['sign-doc', file, '--chain', 'regen-1'])
  expect(code).toBe(1)
  expect(out).toMatch(
    /^Do not sign this\.\nwould fail chainId: It is for the chain "regen-devnet-1", not "regen-1"\./,
  )
})

test('sign-doc --json is data for programs', async () => {
  const { out } = await run(['sign-doc', file, '--json'])
  expect(JSON.parse(out)).toMatchObject({ kind: 'transaction', action: 'ok', mode: 'direct' })
})

test('sign-doc of what is no document says so', async () => {
  const { code, err } = await run(['sign-doc', '-'], { stdin: '{"x":1}' })
  expect(code).toBe(1)
  expect(err).toContain('SIGN_REQUEST_REFUSED')
  expect(readFileSync(file, 'utf8')).toContain('cosmos_signDirect')
})

test('sign-doc --help says that no snapshot is taken by default, as it is', async () => {
  const { out } = await run(['sign-doc', '--help'])
  expect(out.replace(/\s+/g, ' ')).toContain(
    'default: a node if one is named, else none, and no fees and balances are shown',
  )
  const { out: shown } = await run(['sign-doc', file])
  expect(shown).not.toContain('Before and after')
})
