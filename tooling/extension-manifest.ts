import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'
import { securityHeaders } from './security-headers.ts'

export const browsers = ['chromium', 'firefox'] as const
export type ExtensionBrowser = (typeof browsers)[number]

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

export const packageName = (browser: ExtensionBrowser) => `fieldboard-${version}-${browser}.zip`

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`]))

/** Nothing runs in other pages, and installation grants no permissions. */
const common = {
  manifest_version: 3,
  name: 'Fieldboard',
  version: numericVersion(version),
  description: 'Manage your KoboToolbox projects: forms, access and submissions.',
  icons,
  action: { default_title: 'Fieldboard', default_icon: icons },
  // Servers that the app may request access to, one at a time; `connect-src` allows the same.
  optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  content_security_policy: { extension_pages: securityHeaders['Content-Security-Policy'] },
}

const browserSpecific: Record<ExtensionBrowser, object> = {
  chromium: {
    minimum_chrome_version: '125',
    background: { service_worker: 'background.js' },
    cross_origin_opener_policy: { value: securityHeaders['Cross-Origin-Opener-Policy'] },
    // Private windows use a separate instance; otherwise the app could not be opened there.
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

/** The extension's manifest for a browser family. */
export const extensionManifest = (browser: ExtensionBrowser) => ({ ...common, ...browserSpecific[browser] })

/** Browsers accept up to four numbers; npm's suffix is removed. */
function numericVersion(text: string): string {
  const [numbers] = /^\d+(\.\d+){0,3}/.exec(text) ?? []
  if (numbers === undefined) throw new Error(`package.json has a version that browsers do not accept: ${text}.`)
  return numbers
}
