import { toJson } from '../../primitives/canonical.ts'
import {
  type Command,
  type CommandInput,
  type CommandOption,
  JSON_OPTION,
  schemaOf,
  textOption,
} from '../command.ts'
import { readJson } from '../input/readInput.ts'
import { optionError } from '../io/inputError.ts'
import { oneLine } from '../io/printable.ts'
import { requireInOrder } from '../options/filterOptions.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'

const HEIGHTS: readonly CommandOption[] = [
  {
    flags: '--from <height>',
    summary: 'the first block; earlier ones fill the averages; default: the next one',
  },
  { flags: '--to <height>', summary: 'the last block; default: until Ctrl-C' },
]

export const watch: Command = {
  description:
    'Watches a chain and says what the rules of AGENT-003 (market) and AGENT-004 (validators) say people should look at: outliers of price and volume, wash ' +
    'patterns, changed fees, expired orders, validators that are jailed or below uptime, a set that is too small, proposals that would change a knob. ' +
    'What lasts is said once. A node that is lost is asked until it is back; one that refuses ten times in a row ends the watch (WATCH_REFUSED). ' +
    'With --json, one JSON object a line.',
  arguments: [],
  options: [
    ...NODE_OPTIONS,
    ...HEIGHTS,
    { flags: '--rules <file>', summary: 'other thresholds (JSON); what is left out is as specified' },
    {
      flags: '--poll <seconds>',
      summary:
        'how often a node is asked that tells nothing by itself; default: 5. Node.js 20 has no WebSockets: there every node is asked',
    },
    {
      flags: '--state-every <blocks>',
      summary: 'how often validators, orders, fees and proposals are read; default: 50',
    },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees watch --rpc http://localhost:26657',
    'regen-fees watch --rpc http://localhost:26657 --from 25303838 --json',
  ],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const { alertSentence, parseWatchRules, watch } = await import('../../monitor/index.ts')
    const { connectRpc } = await import('../../node/rpc/connectRpc.ts')
    const rulesFile = textOption(input, 'rules')
    const rules = parseWatchRules(rulesFile === undefined ? {} : await readJson(rulesFile, io))
    const [from, to] = [whole(input, 'from'), whole(input, 'to')]
    requireInOrder(from, to, '--from, --to')
    const [poll, every] = [whole(input, 'poll'), whole(input, 'stateEvery', 'state-every')]
    const rpc = connectRpc(urls, { ...connectionOptions(input), ...chainOption(input), clock: io.clock })
    const openSocket = socketOf(urls[0] ?? '')
    try {
      const alerts = watch({ rpc }, rules, {
        ...(from !== null && { from: BigInt(from) }),
        ...(to !== null && { to: BigInt(to) }),
        ...(poll !== null && { pollMs: poll * 1000 }),
        ...(every !== null && { stateEvery: every }),
        ...(openSocket && { openSocket }),
        clock: io.clock,
        signal: io.signal,
      })
      for await (const alert of alerts) {
        if (input.options['json'] === true)
          io.out(JSON.stringify(toJson({ schema: schemaOf('alert'), ...alert })))
        else {
          const { severity, height, time, code } = oneLine(alert)
          const seen = time === null ? 'before any block:' : `${time} block ${height}`
          io.out(`${seen} ${severity} ${code}: ${alertSentence(oneLine(alert))}`)
        }
      }
      return null
    } finally {
      rpc.disconnect()
    }
  },
}

function whole(input: CommandInput, name: string, flag = name): number | null {
  const text = textOption(input, name)
  if (text === undefined) return null
  if (/^[1-9]\d{0,14}$/.test(text)) return parseInt(text, 10)
  throw optionError(`--${flag}`, `expected a whole number of 1 or more, got "${text.slice(0, 40)}"`)
}

/** Where this platform has WebSockets (Node 22 and browsers), the node's own; otherwise the node is asked. */
function socketOf(url: string) {
  const { WebSocket } = globalThis as {
    WebSocket?: new (url: string) => import('../../monitor/index.ts').Socket
  }
  if (WebSocket === undefined) return null
  const address = new URL(url)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.pathname = `${address.pathname.replace(/\/$/, '')}/websocket`
  return () => new WebSocket(address.href)
}
