/** What the page may do: run its own scripts, ask nodes over https (and over http on this machine), and nothing else. The server sends it as a header. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The same in the HTML, so that it counts on any host. Opened as a file, the page can only start workers of its own text; where the header is sent as well,
 * both count, and that is refused.
 */
export const PAGE_POLICY = CONTENT_SECURITY_POLICY.replace("worker-src 'self'", "worker-src 'self' blob:")

/** Sent with every file: no other site may frame the page, guess at types, or learn where its reader came from. */
export const HEADERS: { readonly [name: string]: string } = {
  'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-cache',
}
