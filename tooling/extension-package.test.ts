import { strFromU8, unzipSync } from 'fflate'
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { appConfigFor } from '#/api/app-config/schema.ts'
import { browsers, extensionManifest } from './extension-manifest.ts'
import { packageOf } from './extension-package.ts'
import { securityHeaders } from './security-headers.ts'

const buildFiles = {
  'index.html': '<title>Fieldboard</title>',
  'assets/start-1.js': 'start()',
  'assets/start-1.js.map': '{}',
  '.vite/manifest.json': '{}',
  'config.json': '{ "servers": [{ "name": "Ours", "url": "/kobo" }] }',
  'icons/icon-16.png': '',
  'icons/maskable-512.png': '',
}

/** Creates a build with its files in the given order and with the given time. */
function build(paths: string[], time: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  for (const path of paths) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, buildFiles[path as keyof typeof buildFiles])
    utimesSync(file, time, time)
  }
  return folder
}

describe.each(browsers)('the package for %s', (browser) => {
  const paths = Object.keys(buildFiles)
  const packedZip = packageOf(browser, build(paths, new Date('2026-11-21T09:00:00Z')))
  const files = unzipSync(packedZip)

  afterEach(() => void vi.useRealTimers())

  it('has the same bytes, whenever it was built and packed', () => {
    vi.useFakeTimers({ now: new Date('2027-01-02T00:00:00Z') })
    const later = packageOf(browser, build(paths.toReversed(), new Date('2027-01-01T00:00:01Z')))
    expect(Buffer.from(packedZip).equals(later)).toBe(true)
  })

  it('contains the app, but no files for hosts or developers', () => {
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

  it('has its own config.json', () => {
    const schema = appConfigFor({ site: 'chrome-extension://abc/index.html', languages: [] })
    const config = schema.parse(JSON.parse(strFromU8(files['config.json'] ?? new Uint8Array())))
    expect(config).toMatchObject({ servers: [], demo: true, firstVisit: 'connect' })
  })
})

describe.each(browsers)('the manifest for %s', (browser) => {
  const manifest = extensionManifest(browser) as Record<string, unknown>

  it('requests no permissions, and runs in no other page', () => {
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

  it('has the Content-Security-Policy of other hosts', () => {
    expect(manifest['content_security_policy']).toEqual({
      extension_pages: securityHeaders['Content-Security-Policy'],
    })
  })

  it('allows the same servers as the policy', () => {
    const { optional_host_permissions: hosts } = manifest as { optional_host_permissions: string[] }
    const reachable = hosts.map((pattern) => pattern.replace(/^https:\/\/\*\/\*$/, 'https:').replace(/\/\*$/, ':*'))
    expect(securityHeaders['Content-Security-Policy']).toContain(`connect-src 'self' ${reachable.join(' ')};`)
  })
})
