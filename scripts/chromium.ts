import { existsSync } from 'node:fs'
import type { LaunchOptions } from 'playwright-core'

/** Debian's browsers. The first one cannot have windows: a page costs it a fifth less than the other. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/**
 * Debian's browser, or the one that CHROMIUM names, without a window. Each window of the whole browser would load two more pages, for suggestions below an address
 * bar that nobody sees: half of the work of a test in a browser.
 */
export const CHROMIUM: LaunchOptions = {
  executablePath: process.env['CHROMIUM'] ?? BROWSERS.find(existsSync) ?? BROWSERS[0] ?? '',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    // Of two such lists the last one counts: what playwright-core switches off for pictures and for speed is repeated.
    `--disable-features=${[
      'WebUIOmniboxPopup',
      'WebUIOmniboxAimPopup',
      'WebUIOmniboxFullPopup',
      ...['PaintHolding', 'LensOverlay', 'MediaRouter', 'OptimizationHints', 'PreconnectToSearch'],
      ...['DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'HttpsUpgrades'],
    ].join()}`,
  ],
}
