import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { compressedFile, type Encoding, encodingFor } from './compression.ts'
import { root } from './project.ts'
import { caching, headersOf } from './security-headers.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
}

interface HostedOptions {
  /** The path of the app, with both slashes. */
  folder: string
  /** Replaces the `config.json` of the build. */
  config?: object
  dist?: string
  /** How well brotli compresses: see `brotliQuality`. Without it, nothing is compressed. */
  quality?: number
}

/**
 * Serves the build with security headers and the caching of the servers in deploy/. Returns `undefined` for other paths.
 */
export function hostedBuild({ folder, config, dist = join(root, 'dist'), quality }: HostedOptions) {
  return async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url)
    if (`${pathname}/` === folder) return new Response(null, { status: 301, headers: { Location: folder } })
    if (!pathname.startsWith(folder)) return undefined
    const name = normalize(decodeURIComponent(pathname.slice(folder.length)) || 'index.html')
    const headers = {
      ...headersOf(`/${name}`),
      'Cache-Control': name.startsWith('assets/') ? caching.hashed : caching.other,
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    }
    if (config && name === 'config.json') return new Response(JSON.stringify(config), { headers })
    const file = join(dist, name)
    const tag = file.startsWith(join(dist, '/')) && (await tagOf(file))
    if (!tag) return undefined
    const encoding = quality === undefined ? null : encodingFor(name, request.headers.get('Accept-Encoding'))
    const all = { ...headers, ETag: tag, Vary: 'Accept-Encoding', ...(encoding && { 'Content-Encoding': encoding }) }
    if (request.headers.get('If-None-Match') === tag) return new Response(null, { status: 304, headers: all })
    const body = request.method === 'HEAD' ? null : await contentOf(file, encoding, quality)
    return new Response(body, { headers: all })
  }
}

/** The ETag of a file; `undefined` if there is none. */
async function tagOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? `W/"${found.size}-${Math.round(found.mtimeMs)}"` : undefined
}

const contentOf = async (file: string, encoding: Encoding | null, quality = 0) =>
  encoding === null ? new Uint8Array(await readFile(file)) : compressedFile(file, encoding, quality)
