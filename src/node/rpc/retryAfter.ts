/** The milliseconds a Retry-After header asks for, in seconds or as a date; 0 without one, or with one unreadable. */
export function retryAfterMs(header: string | null, now: number): number {
  const milliseconds = Number(header) * 1000
  return Math.max(0, milliseconds >= 0 ? milliseconds : Date.parse(header ?? '') - now || 0)
}
