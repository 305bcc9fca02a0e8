import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest, ManifestChunk } from 'vite'
import { root } from './project.ts'

const dist = join(root, 'dist')

/** What a visitor to the project list loads: the page's start, the list's route, and the words of both. */
const roots = [
  'index.html',
  'src/app/routes/projects.tsx',
  'src/i18n/locales/en/common.json',
  'src/i18n/locales/en/projects.json',
]

/** What such a visitor must not load, as it is named in the build's source maps. */
const forbidden = {
  'the demo': /\/src\/demo\/|\/node_modules\/(msw|idb)\//,
  'the submissions table': /\/node_modules\/@tanstack\/(react-|)(table|virtual)/,
  charts: /\/node_modules\/(recharts|@mantine\/charts|d3-[a-z]+)\//,
  'spreadsheet reading': /\/node_modules\/(@e965\/xlsx|read-excel-file)\//,
}

/** The scripts and style sheets that a visitor to the project list loads. */
export function initialFiles(): { scripts: string[]; styles: string[] } {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const chunks = withStaticImports(
    manifest,
    roots.filter((key) => key in manifest),
  )
  const scripts = chunks.map(({ file }) => join(dist, file))
  for (const script of scripts) refuseForbidden(script, sourcesOf(script))
  requireRoots(roots, Object.keys(manifest), scripts.flatMap(sourcesOf))
  return { scripts, styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((file) => join(dist, file)) }
}

/** Chunks by their keys in the manifest, and all that they import statically, each once. */
export function withStaticImports(manifest: Manifest, keys: string[]): ManifestChunk[] {
  const found = new Map<string, ManifestChunk>()
  const visit = (key: string) => {
    if (found.has(key)) return
    const chunk = manifest[key]
    if (chunk === undefined)
      throw new Error(`The build has no chunk for ${key}: see roots in tooling/initial-files.ts.`)
    found.set(key, chunk)
    chunk.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return [...found.values()]
}

/** Throws where a root has no chunk of its own and is not part of those that load first either. */
export function requireRoots(wanted: string[], chunkKeys: string[], sources: string[]): void {
  const missing = wanted.find(
    (key) => !chunkKeys.includes(key) && !sources.some((source) => source.endsWith(`/${key}`)),
  )
  if (missing !== undefined)
    throw new Error(`The build has no chunk with ${missing}: see roots in tooling/initial-files.ts.`)
}

/** Throws where a script holds something that is to be loaded later. */
export function refuseForbidden(script: string, sources: string[]): void {
  for (const [what, pattern] of Object.entries(forbidden)) {
    const source = sources.find((name) => pattern.test(`/${name}`))
    if (source !== undefined) throw new Error(`${script} loads with the project list, and holds ${what}: ${source}`)
  }
}

function sourcesOf(script: string): string[] {
  if (!existsSync(`${script}.map`)) return [] // it only passes on what another one holds
  const { sources } = JSON.parse(readFileSync(`${script}.map`, 'utf8')) as { sources: string[] }
  return sources
}
