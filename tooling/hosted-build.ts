import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { root } from './project.ts'
import { caching, securityHeaders } from './security-headers.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * The build as a host serves it under a path, with our headers and a `config.json` of its own; `undefined` for what is
 * not in it.
 */
export function hostedBuild(folder: string, config: object, dist = join(root, 'dist')) {
  return async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url)
    if (`${pathname}/` === folder) return new Response(null, { status: 301, headers: { Location: folder } })
    if (!pathname.startsWith(folder)) return undefined
    const name = normalize(decodeURIComponent(pathname.slice(folder.length)) || 'index.html')
    const body = name === 'config.json' ? JSON.stringify(config) : await contentOf(dist, name)
    const headers = {
      ...securityHeaders,
      'Cache-Control': name.startsWith('assets/') ? caching.hashed : caching.other,
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    }
    return body === undefined ? undefined : new Response(body, { headers })
  }
}

async function contentOf(dist: string, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = join(dist, name)
  if (!file.startsWith(join(dist, '/'))) return undefined
  return readFile(file).then(
    (content) => new Uint8Array(content),
    () => undefined,
  )
}
