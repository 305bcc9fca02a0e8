import { strFromU8, unzipSync } from 'fflate'
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { appConfigFor } from '#/api/app-config/schema.ts'
import { browsers, extensionManifest } from './extension-manifest.ts'
import { packageOf } from './extension-package.ts'
import { securityHeaders } from './security-headers.ts'

const built = {
  'index.html': '<title>Fieldboard</title>',
  'assets/start-1.js': 'start()',
  'assets/start-1.js.map': '{}',
  '.vite/manifest.json': '{}',
  'config.json': '{ "servers": [{ "name": "Ours", "url": "/kobo" }] }',
  'icons/icon-16.png': '',
  'icons/maskable-512.png': '',
}

/** A build whose files were made in the given order, at a time of their own. */
function build(paths: string[], time: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  for (const path of paths) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, built[path as keyof typeof built])
    utimesSync(file, time, time)
  }
  return folder
}

describe.each(browsers)('the package for %s', (browser) => {
  const paths = Object.keys(built)
  const packed = packageOf(browser, build(paths, new Date('2026-11-21T09:00:00Z')))
  const files = unzipSync(packed)

  afterEach(() => void vi.useRealTimers())

  it('is the same to the byte, whenever it was built and packed', () => {
    vi.useFakeTimers({ now: new Date('2027-01-02T00:00:00Z') })
    const later = packageOf(browser, build(paths.toReversed(), new Date('2027-01-01T00:00:01Z')))
    expect(Buffer.from(packed).equals(later)).toBe(true)
  })

  it('holds the app, and nothing for hosts or developers', () => {
    expect(Object.keys(files)).toEqual([
      'LICENSE',
      'assets/start-1.js',
      'background.js',
      'config.json',
      'icons/icon-16.png',
      'index.html',
      'manifest.json',
    ])
  })

  it('comes with settings of its own: the public servers, and the demo', () => {
    const schema = appConfigFor({ site: 'chrome-extension://abc/index.html', languages: [] })
    const config = schema.parse(JSON.parse(strFromU8(files['config.json'] ?? new Uint8Array())))
    expect(config).toMatchObject({ servers: [], demo: true, firstVisit: 'connect' })
  })
})

describe.each(browsers)('the manifest for %s', (browser) => {
  const manifest = extensionManifest(browser) as Record<string, unknown>

  it('asks for nothing by itself, and runs in no other page', () => {
    for (const key of [
      'permissions',
      'optional_permissions',
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest, key).not.toHaveProperty(key)
    }
  })

  it('has the policy that every host sends', () => {
    expect(manifest['content_security_policy']).toEqual({
      extension_pages: securityHeaders['Content-Security-Policy'],
    })
  })

  it('lets the app ask for the servers that the policy lets it reach', () => {
    const { optional_host_permissions: hosts } = manifest as { optional_host_permissions: string[] }
    const reached = hosts.map((pattern) => pattern.replace(/^https:\/\/\*\/\*$/, 'https:').replace(/\/\*$/, ':*'))
    expect(securityHeaders['Content-Security-Policy']).toContain(`connect-src 'self' ${reached.join(' ')};`)
  })
})
