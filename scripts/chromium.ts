import type { LaunchOptions } from 'playwright-core'

/**
 * Debian's browser, or the one that CHROMIUM names, without a window. Each of its windows would load two more pages, for suggestions below an address bar that
 * nobody sees: half of the work of a test in a browser.
 */
export const CHROMIUM: LaunchOptions = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
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
