import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect, Plugin, ResolvedConfig } from 'vite'
import { KOBO_PREFIX } from './kobo-proxy.ts'
import { root } from './project.ts'

/** `config.json`, as far as it matters here; the app's schema is in src/api/app-config. */
export interface RunTimeSettings {
  servers?: { name: string; url: string }[]
  firstVisit?: string
}

/**
 * Answers `config.json` with the settings of whoever runs the app on their own machine: theirs word for word where they
 * name a file, to see what comes of it.
 */
export function runTimeSettings(server: URL | undefined, file: string | undefined): Plugin {
  let publicDir = join(root, 'public')
  const answer: Connect.NextHandleFunction = ({ url }, response, next) => {
    if (url?.split('?')[0] !== '/config.json') return next()
    response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'no-store')
    if (file !== undefined) return response.end(readFileSync(file))
    response.end(JSON.stringify(settingsFor(readSettings(publicDir), server)))
  }
  return {
    name: 'fieldboard:run-time-settings',
    configResolved: (config: ResolvedConfig) => void (publicDir = config.publicDir),
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
  }
}

/** The given server comes before the others; without one, a first visit opens on the demo. */
export function settingsFor(settings: RunTimeSettings, server: URL | undefined): RunTimeSettings {
  if (server === undefined) return { firstVisit: 'demo', ...settings }
  return { ...settings, servers: [{ name: server.host, url: KOBO_PREFIX }, ...(settings.servers ?? [])] }
}

function readSettings(publicDir: string): RunTimeSettings {
  const file = join(publicDir, 'config.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunTimeSettings) : {}
}
