import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect, Plugin, ResolvedConfig } from 'vite'
import { KOBO_PREFIX } from './kobo-proxy.ts'
import { root } from './project.ts'

/** The parts of `config.json` used here; the app's schema is in src/api/app-config. */
export interface RunTimeSettings {
  servers?: { name: string; url: string }[]
  firstVisit?: string
  trial?: boolean
}

/** Serves `config.json` for a local server: the given file unchanged, or the project's with the given server added. */
export function runTimeSettings(server: URL | undefined, file: string | undefined): Plugin {
  let publicDir = join(root, 'public')
  const middleware: Connect.NextHandleFunction = ({ url }, response, next) => {
    if (url?.split('?')[0] !== '/config.json') return next()
    response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'no-store')
    if (file !== undefined) return response.end(readFileSync(file))
    response.end(JSON.stringify(settingsFor(readSettings(publicDir), server)))
  }
  return {
    name: 'fieldboard:run-time-settings',
    configResolved: (config: ResolvedConfig) => void (publicDir = config.publicDir),
    configureServer: ({ middlewares }) => void middlewares.use(middleware),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(middleware),
  }
}

/** Puts the given server before the others. Without any, a first visit opens the demo, and the app is for trying out. */
export function settingsFor(settings: RunTimeSettings, server: URL | undefined): RunTimeSettings {
  if (server === undefined) return { firstVisit: 'demo', trial: !settings.servers?.length, ...settings }
  return { ...settings, servers: [{ name: server.host, url: KOBO_PREFIX }, ...(settings.servers ?? [])] }
}

function readSettings(publicDir: string): RunTimeSettings {
  const file = join(publicDir, 'config.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunTimeSettings) : {}
}
