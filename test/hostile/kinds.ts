import type { Socket } from 'node:net'

/** One entry of an honest answer, as far as the kinds below look into it. */
export type Entry = {
  id?: unknown
  result?: {
    response?: { code?: unknown; height?: unknown; value?: unknown; log?: unknown; codespace?: unknown }
    node_info?: { network?: unknown }
    sync_info?: { latest_block_height?: unknown; latest_block_time?: unknown; catching_up?: unknown }
  } | null
  error?: unknown
}

/** What a node sends in place of the honest answer `text`, whose entries are `entries`. */
export type Misbehaviour = (socket: Socket, text: string, entries: readonly Entry[]) => void

const head = (status: string, headers: readonly string[] = []) =>
  `HTTP/1.1 ${[status, ...headers].join('\r\n')}\r\n\r\n`

/** A whole answer with this text. */
const answer = (
  socket: Socket,
  text: string | Buffer,
  status = '200 OK',
  headers: readonly string[] = [],
): void => {
  const bytes = Buffer.from(text)
  socket.write(
    head(status, ['content-type: application/json', `content-length: ${bytes.length}`, ...headers]),
  )
  socket.write(bytes)
}

const status =
  (line: string, text = '', headers: readonly string[] = []): Misbehaviour =>
  socket =>
    answer(socket, text, line, headers)

const says =
  (text: string | Buffer): Misbehaviour =>
  socket =>
    answer(socket, text)

/** The honest answer with each entry changed. */
const each =
  (change: (entry: Entry) => unknown): Misbehaviour =>
  (socket, _, entries) => {
    const changed = entries.map(entry => change(structuredClone(entry)))
    answer(socket, JSON.stringify(changed.length === 1 ? changed[0] : changed))
  }

const list =
  (change: (entries: readonly Entry[]) => readonly unknown[]): Misbehaviour =>
  (socket, _, entries) =>
    answer(socket, JSON.stringify(change(entries)))

/** The same, of the answer to an abci_query only. */
const abci = (change: Partial<NonNullable<NonNullable<Entry['result']>['response']>>): Misbehaviour =>
  each(entry => {
    if (entry.result?.response) Object.assign(entry.result.response, change)
    return entry
  })

const stand = (change: (status: NonNullable<Entry['result']>) => void): Misbehaviour =>
  each(entry => {
    if (entry.result?.sync_info) change(entry.result)
    return entry
  })

const DEEP = 1_000_000
const CONTROL = `\u001b]0;title\u0007\u001b[2J\u202e${'log '.repeat(250_000)}`

/** Ways in which a node can misbehave, from the socket up to what it says of the chain. */
export const KINDS: { readonly [name: string]: Misbehaviour } = {
  'closes at once': socket => socket.end(),
  'resets the connection': socket => socket.resetAndDestroy(),
  'closes after half a status line': socket => socket.end('HTTP/1.1 20'),
  'closes after half a header': socket => socket.end('HTTP/1.1 200 OK\r\ncontent-le'),
  'closes after half the body': (socket, text) =>
    socket.end(head('200 OK', [`content-length: ${text.length}`]) + text.slice(0, text.length / 2)),
  'names a length that is too large, and closes': (socket, text) =>
    socket.end(head('200 OK', [`content-length: ${text.length + 500}`]) + text),
  'names a length that is too small': (socket, text) =>
    socket.end(head('200 OK', ['content-length: 9']) + text),
  'names two lengths': (socket, text) =>
    socket.end(head('200 OK', ['content-length: 9', `content-length: ${text.length}`]) + text),
  'sends bytes that are no HTTP': socket => socket.end(Buffer.from([0, 255, 254, 1, 2, 3])),
  'speaks HTTP 0.9': (socket, text) => socket.end(text),
  'has a status of five digits': socket => socket.end(head('99999 Huge')),
  'has the status 0': socket => socket.end(head('000 None')),
  'sends headers without end': socket => {
    socket.write('HTTP/1.1 200 OK\r\n')
    socket.end(`x-more: ${'h'.repeat(1000)}\r\n`.repeat(200))
  },
  'sends a chunk of no length': (socket, text) =>
    socket.end(`${head('200 OK', ['transfer-encoding: chunked'])}zz\r\n${text}\r\n0\r\n\r\n`),
  'never ends its chunks, and closes': (socket, text) =>
    socket.end(`${head('200 OK', ['transfer-encoding: chunked'])}${text.length.toString(16)}\r\n${text}\r\n`),
  'sends the answer in chunks of a byte': (socket, text) => {
    socket.write(head('200 OK', ['transfer-encoding: chunked']))
    socket.write(
      `${Array.from(Buffer.from(text).toString('latin1'), byte => `1\r\n${byte}\r\n`).join('')}0\r\n\r\n`,
      'latin1',
    )
  },
  'says gzip and sends text': (socket, text) => answer(socket, text, '200 OK', ['content-encoding: gzip']),
  'sends two answers': (socket, text) => {
    answer(socket, text)
    answer(socket, '{"second":true}')
  },
  'does not answer': () => {},
  'hangs after the headers': socket => {
    socket.write(head('200 OK', ['content-length: 100']))
  },
  'hangs in the middle of the body': (socket, text) => {
    socket.write(head('200 OK', [`content-length: ${text.length}`]) + text.slice(0, text.length / 2))
  },
  'sends more than is taken': socket => answer(socket, Buffer.alloc(3_000_000, 32)),
  'redirects to another origin': status('307 Elsewhere', '', ['location: http://127.0.0.1:9/stolen']),
  'redirects to itself': status('308 Here', '', ['location: /']),
  'redirects nowhere': status('302 Found'),
  'HTTP 204': socket => socket.write(head('204 No Content')),
  'HTTP 304': socket => socket.write(head('304 Not Modified')),
  'HTTP 400': status('400 Bad Request'),
  'HTTP 401': status('401 Unauthorized', '', ['www-authenticate: Basic']),
  'HTTP 403': status('403 Forbidden', '<html>no</html>'),
  'HTTP 404': status('404 Not Found'),
  'HTTP 405': status('405 Method Not Allowed'),
  'HTTP 413': status('413 Content Too Large'),
  'HTTP 429, come back in a year': status('429 Too Many Requests', '', ['retry-after: 31536000']),
  'HTTP 429, come back at nonsense': status('429 Too Many Requests', '', ['retry-after: soon']),
  'HTTP 500': status('500 Internal Server Error', 'panic'),
  'HTTP 501': status('501 Not Implemented'),
  'HTTP 502 with a web page': status('502 Bad Gateway', '<html>Bad Gateway</html>'),
  'HTTP 503': status('503 Service Unavailable'),
  'an empty answer': says(''),
  null: says('null'),
  true: says('true'),
  'a text': says('"hello"'),
  'a number': says('1e999'),
  'an empty list': says('[]'),
  'an empty object': says('{}'),
  'a web page': says('<html><h1>Welcome</h1></html>'),
  'JSON that is cut off': (socket, text) => answer(socket, text.slice(0, text.length / 2)),
  'JSON with a byte order mark': (socket, text) => answer(socket, `\ufeff${text}`),
  'bytes that are no UTF-8': says(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  'lists in lists without end': says('['.repeat(DEEP)),
  'objects in objects, closed': says(`${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
  'a prototype': says('{"__proto__":{"id":1,"result":{}},"constructor":{"prototype":{}}}'),
  'an error without id': says('{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"}}'),
  'an error of another id': says('{"jsonrpc":"2.0","id":77777,"error":{"code":-1,"message":"no"}}'),
  'an error for each call': each(({ id }) => ({
    id,
    error: { code: -32603, message: 'Internal error', data: CONTROL },
  })),
  'an error that is a text': each(({ id }) => ({ id, error: 'no' })),
  'each entry twice': list(entries => [...entries, ...entries]),
  'no entry for the last call': list(entries => entries.slice(0, -1)),
  'ids as texts': each(entry => ({ ...entry, id: `${entry.id}` })),
  'ten thousand entries more': list(entries => [
    ...entries,
    ...Array.from({ length: 10_000 }, (_, id) => ({ id: 1e6 + id, result: {} })),
  ]),
  'results of null': each(({ id }) => ({ id, result: null })),
  'results that are lists': each(({ id }) => ({ id, result: [1, [2]] })),
  'results beside errors': each(entry => ({ ...entry, error: { code: 1, message: 'both' } })),
  'answers of height 0': abci({ height: '0' }),
  'answers of another height': abci({ height: '7' }),
  'answers of a height below 0': abci({ height: '-5' }),
  'answers of a height that is a text': abci({ height: 'newest' }),
  'values that are no base64': abci({ value: '%%%' }),
  'values that are numbers': abci({ value: 7 }),
  'values of noise': abci({
    value: Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 73) % 256)).toString('base64'),
  }),
  'values of a million zeros': abci({ value: Buffer.alloc(1_000_000).toString('base64') }),
  'a code that is a text': abci({ code: 'five' }),
  'a code below 0': abci({ code: -1, codespace: 'sdk' }),
  '"not found" at another height': abci({ code: 22, codespace: 'sdk', log: 'not found', height: '7' }),
  '"not found" for everything': abci({ code: 22, codespace: 'sdk', log: 'not found', value: null }),
  'a log of a megabyte with control characters': abci({ code: 5, codespace: `sdk\u001b[31m`, log: CONTROL }),
  'no such module': abci({ code: 6, codespace: 'sdk', log: 'unknown query path', height: '0' }),
  'no response in a result': each(({ id }) => ({ id, result: { response: null } })),
  'another chain': stand(({ node_info }) => Object.assign(node_info ?? {}, { network: 'other-1' })),
  'no chain': stand(({ node_info }) => Object.assign(node_info ?? {}, { network: '' })),
  'a newest height of 0': stand(({ sync_info }) =>
    Object.assign(sync_info ?? {}, { latest_block_height: '0' }),
  ),
  'a newest height beyond all': stand(({ sync_info }) =>
    Object.assign(sync_info ?? {}, { latest_block_height: '9'.repeat(70) }),
  ),
  'a block time that is none': stand(({ sync_info }) =>
    Object.assign(sync_info ?? {}, { latest_block_time: 'yesterday' }),
  ),
  'a block of the year 2000': stand(({ sync_info }) =>
    Object.assign(sync_info ?? {}, { latest_block_time: '2000-01-01T00:00:00Z' }),
  ),
  'catching up, as a text': stand(({ sync_info }) => Object.assign(sync_info ?? {}, { catching_up: 'yes' })),
}
