import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'
import { securityHeaders } from './security-headers.ts'

export const browsers = ['chromium', 'firefox'] as const
export type ExtensionBrowser = (typeof browsers)[number]

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

export const packageName = (browser: ExtensionBrowser) => `fieldboard-${version}-${browser}.zip`

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`]))

/** Nothing here runs in other pages, and nothing is granted by installing it. */
const common = {
  manifest_version: 3,
  name: 'Fieldboard',
  version: inNumbers(version),
  description: 'Look after your KoboToolbox projects: forms, access and submissions.',
  icons,
  action: { default_title: 'Fieldboard', default_icon: icons },
  // Which servers the app may ask for, one at a time: what `connect-src` allows, too.
  optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  content_security_policy: { extension_pages: securityHeaders['Content-Security-Policy'] },
}

const own: Record<ExtensionBrowser, object> = {
  chromium: {
    minimum_chrome_version: '125',
    background: { service_worker: 'background.js' },
    cross_origin_opener_policy: { value: securityHeaders['Cross-Origin-Opener-Policy'] },
    // A private window has a copy of its own, which shares nothing. Otherwise the app could not be opened in one.
    incognito: 'split',
  },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: '{d31230f7-3027-417c-96f0-428c7df87a7a}',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
}

/** The extension's manifest for one family of browsers. */
export const extensionManifest = (browser: ExtensionBrowser) => ({ ...common, ...own[browser] })

/** Browsers take up to four numbers; what npm allows behind them is left out. */
function inNumbers(text: string): string {
  const [numbers] = /^\d+(\.\d+){0,3}/.exec(text) ?? []
  if (numbers === undefined) throw new Error(`package.json has a version that no browser takes: ${text}.`)
  return numbers
}
