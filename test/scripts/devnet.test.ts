import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { network } from '../support/recordings.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devnet-'))
  mkdirSync(join(folder, 'bin'))
  copyFileSync(join(ROOT, 'test/scripts/fakeRegen.sh'), join(folder, 'bin/regen'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const home = () => join(folder, 'chains/dev')

function devnet(args: readonly string[] = [], env: { readonly [name: string]: string } = {}) {
  const log = join(folder, 'log')
  rmSync(log, { force: true })
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'scripts/devnet'), args, {
    encoding: 'utf8',
    cwd: folder,
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      HOME: folder,
      DEVNET_HOME: home(),
      FAKE_LOG: log,
      ...env,
    },
  })
  const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  return { status, stdout, stderr, calls: calls.map(call => call.replace(/\.new-\d+/g, '.new')) }
}

const genesis = (file = 'config/genesis.json') => JSON.parse(readFileSync(join(home(), file), 'utf8'))

const START = () =>
  `start --home ${home()} --minimum-gas-prices 0.025uregen --rpc.laddr tcp://127.0.0.1:26657`

test('makes a chain in the recorded order of commands, and starts it', () => {
  const { status, calls, stderr } = devnet()
  const [made, keys] = [`${home()}.new`, `--keyring-backend test --home ${home()}.new`]
  expect(calls).toEqual([
    `init dev --chain-id regen-devnet-1 --default-denom uregen --home ${made}`,
    `keys add val --recover ${keys}`,
    `genesis gentx val 80000000000000uregen --chain-id regen-devnet-1 ${keys}`,
    `genesis collect-gentxs --home ${made}`,
    `genesis validate --home ${made}`,
    START(),
  ])
  expect(status).toBe(0)
  expect(stderr).toContain('REGEN_RPC=http://127.0.0.1:26657 npm run test:live')
  expect(readFileSync(join(home(), 'mnemonic'), 'utf8').trim()).toBe(network.accounts['val']?.mnemonic)
  expect(readdirSync(join(folder, 'chains'))).toEqual(['dev'])
})

test('the genesis is the recorded one, in the form of the version that starts it, before gentx looks at it', () => {
  const before = Date.now()
  devnet()
  const { genesis_time, app_state, ...form } = genesis()
  expect(genesis('at-gentx.json')).toEqual(genesis())
  expect(Date.parse(genesis_time)).toBeGreaterThanOrEqual(before)
  expect(form).toEqual({
    app_name: 'regen',
    app_version: 'v7.9.9',
    chain_id: 'regen-devnet-1',
    initial_height: 1,
    app_hash: null,
    consensus: { params: {} },
  })
  expect(app_state.later).toEqual({ is: 'kept' })
  expect(app_state.genutil).toEqual({ gen_txs: [] })
  expect(app_state['08-wasm']).toEqual({ contracts: [] })
  expect(app_state.gov.params.voting_period).toBe('6s')
  const tables = app_state.ecocredit
  expect(tables['regen.ecocredit.v1.CreditType']).not.toEqual([])
  expect(tables['regen.ecocredit.marketplace.v1.AllowedDenom'][0].bank_denom).toBe('uregen')
  const funded = app_state.bank.balances.map(({ address }: { address: string }) => address)
  for (const name of ['val', 'alice', 'bob', 'carol'])
    expect(funded).toContain(network.accounts[name]?.address)
})

test('blocks are quick, and a page of this machine may ask the node', () => {
  devnet()
  expect(readFileSync(join(home(), 'config/config.toml'), 'utf8')).toBe(
    'timeout_propose = "500ms"\ntimeout_propose_delta = "500ms"\ntimeout_commit = "300ms"\n' +
      'cors_allowed_origins = ["http://127.0.0.1:*", "http://localhost:*"]\n',
  )
})

test('a chain that is there is started where it stopped', () => {
  devnet()
  writeFileSync(join(home(), 'block'), '1')
  expect(devnet().calls).toEqual([START()])
  expect(existsSync(join(home(), 'block'))).toBe(true)
})

test('--reset makes it anew', () => {
  devnet()
  writeFileSync(join(home(), 'block'), '1')
  expect(devnet(['--reset']).calls).toHaveLength(6)
  expect(existsSync(join(home(), 'block'))).toBe(false)
})

test.each(['init dev', 'keys add', 'genesis gentx', 'genesis collect-gentxs', 'genesis validate'])(
  'when "%s" fails nothing is left, and the reason is shown',
  command => {
    const { status, stderr, calls } = devnet([], { FAKE_FAILS: command })
    expect(status).toBe(1)
    expect(stderr).toContain(`no ${command} today`)
    expect(calls.some(call => call.startsWith('start'))).toBe(false)
    expect(readdirSync(join(folder, 'chains'))).toEqual([])
  },
)

test('Ctrl-C in between leaves nothing', () => {
  const { status, calls } = devnet([], { FAKE_INTERRUPTS: 'genesis collect-gentxs' })
  expect(status).toBe(130)
  expect(calls.at(-1)).toMatch(/^genesis collect-gentxs/)
  expect(readdirSync(join(folder, 'chains'))).toEqual([])
})

test('a --reset that fails leaves the old chain', () => {
  devnet()
  writeFileSync(join(home(), 'block'), '1')
  expect(devnet(['--reset'], { FAKE_FAILS: 'genesis validate' }).status).toBe(1)
  expect(existsSync(join(home(), 'block'))).toBe(true)
  expect(readdirSync(join(folder, 'chains'))).toEqual(['dev'])
})

test('a folder that is no devnet is neither started nor deleted', () => {
  mkdirSync(home(), { recursive: true })
  writeFileSync(join(home(), 'thesis.txt'), 'mine')
  const { status, stderr, calls } = devnet(['--reset'])
  expect([status, calls]).toEqual([1, []])
  expect(stderr).toContain('is no chain of this script')
  expect(existsSync(join(home(), 'thesis.txt'))).toBe(true)
})

test('--home names another folder, with spaces too', () => {
  const other = join(folder, 'my chains')
  expect(devnet(['--home', `${other}/`]).calls.at(-1)).toContain(`start --home ${other} --minimum`)
})

test('says that there is no regen, and where to get it', () => {
  rmSync(join(folder, 'bin/regen'))
  const { status, stderr } = devnet()
  expect(status).toBe(1)
  expect(stderr).toContain('there is no "regen" on the PATH')
  expect(stderr).toContain('regen-ledger/releases')
})

test('--help', () => {
  const { status, stdout } = devnet(['--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('Usage: scripts/devnet [--home <folder>] [--reset]')
})

test.each([['--home'], ['--rest'], ['now']])('refuses %s', argument => {
  const { status, calls, stderr } = devnet([argument])
  expect([status, calls]).toEqual([1, []])
  expect(stderr).toContain('devnet: ')
})
