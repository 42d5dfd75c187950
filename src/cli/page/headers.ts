/**
 * What the page may do: run its own scripts, start workers of text that it checked, ask nodes over https (and over http on this machine), and nothing else.
 * `inline` are the hashes of what stands in the HTML itself. The HTML says it, so that it counts on any host; the server says it once more.
 */
export const contentPolicy = (inline: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...inline.map(hash => `'${hash}'`)].join(' '),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    'worker-src blob:',
    "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * Sent with every file: no other site may frame the page, guess at types, or learn where its reader came from, and the browser loads no script whose hash it
 * does not know.
 */
export const headersFor = (policy: string): { readonly [name: string]: string } => ({
  'content-security-policy': `${policy}; frame-ancestors 'none'`,
  'integrity-policy': 'blocked-destinations=(script)',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-cache',
})
