import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest, ManifestChunk } from 'vite'
import { root } from './project.ts'

const dist = join(root, 'dist')

/** Chunks that the project list loads, by name (see chunk-groups.ts). */
const roots = ['start', 'en-first']

/** Modules that the project list must not load, by their paths in source maps. */
const forbidden = {
  'the demo': /\/src\/demo\/|\/node_modules\/(msw|idb)\//,
  'the submissions table': /\/node_modules\/@tanstack\/(react-|)(table|virtual)/,
  'a page of a project': /\/src\/features\/(project|deployment)\//,
  'spreadsheet reading': /\/node_modules\/(@e965\/xlsx|read-excel-file)\//,
}

/** The scripts and style sheets that the project list loads. */
export function initialFiles(): { scripts: string[]; styles: string[] } {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const chunks = withStaticImports(
    manifest,
    roots.map((name) => keyOf(manifest, name)),
  )
  const scripts = chunks.map(({ file }) => join(dist, file))
  for (const script of scripts) forbidLateModules(script, sourcesOf(script))
  return { scripts, styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((file) => join(dist, file)) }
}

/** The chunks with the given manifest keys and all their static imports, each once. */
export function withStaticImports(manifest: Manifest, keys: string[]): ManifestChunk[] {
  const chunks = new Map<string, ManifestChunk>()
  const visit = (key: string) => {
    if (chunks.has(key)) return
    const chunk = manifest[key]
    if (chunk === undefined)
      throw new Error(`The build has no chunk for ${key}: see roots in tooling/initial-files.ts.`)
    chunks.set(key, chunk)
    chunk.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return [...chunks.values()]
}

/** Returns the manifest key of the chunk with this name. @throws Error if there is none */
export function keyOf(manifest: Manifest, name: string): string {
  const [key] = Object.entries(manifest).find(([, chunk]) => chunk.name === name) ?? []
  if (key === undefined) throw new Error(`The build has no chunk “${name}”: see roots in tooling/initial-files.ts.`)
  return key
}

/** @throws Error if a script contains a module that must load later */
export function forbidLateModules(script: string, sources: string[]): void {
  for (const [what, pattern] of Object.entries(forbidden)) {
    const source = sources.find((name) => pattern.test(`/${name}`))
    if (source !== undefined) throw new Error(`${script} loads with the project list, and holds ${what}: ${source}`)
  }
}

function sourcesOf(script: string): string[] {
  if (!existsSync(`${script}.map`)) return [] // it only re-exports another chunk
  const { sources } = JSON.parse(readFileSync(`${script}.map`, 'utf8')) as { sources: string[] }
  return sources
}
