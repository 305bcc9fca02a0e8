import { createChaos } from '#/demo/chaos/chaos.ts'
import { withChaos } from '#/demo/chaos/control.ts'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { withGzip } from '../bench/gzip.ts'
import { withLargeAccess } from '../bench/large-access.ts'
import { withLargeProjects } from '../bench/kpi.ts'
import { withLargeList } from '../bench/large-list.ts'
import { withHostility } from '../hostile/kpi.ts'
import { brotliQuality } from './compression.ts'
import { withCors } from './cors.ts'
import { type DemoServerOptions, parseDemoServerOptions } from './demo-server-options.ts'
import { hostedBuild } from './hosted-build.ts'
import { serveHttp } from './http-server.ts'
import type { RunningServer } from './processes.ts'
import { isBuildStale } from './production-build.ts'
import { root } from './project.ts'

/** Serves the demo over HTTP from this process. Changes are kept in memory. */
export async function serveDemo(options: DemoServerOptions): Promise<RunningServer> {
  const { port, host, app, chaos, hostile, allowedOrigins } = options
  const api = await createDemoTransport({ storage: 'memory' })
  const apiWithSizes = options.large ? withLargeList(withLargeProjects(api)) : api
  const apiWithAccess = options.access ? withLargeAccess(apiWithSizes, options.access) : apiWithSizes
  const demo = withSignIn(hostile ? withHostility(apiWithAccess) : apiWithAccess, options)
  const kpi = withCors(withChaos(demo, createChaos(chaos)), allowedOrigins)
  const hosted = app === undefined ? undefined : await hostApp(app, options.gzip)
  const handler = async (request: Request) => (await hosted?.(request)) ?? kpi(request)
  return serveHttp(options.gzip ? withGzip(handler) : handler, port, host)
}

/** Serves the demo on a free port. It allows one origin by CORS, or none, like a new KPI. */
export async function startKpi(allowedSite?: string, options: string[] = []): Promise<RunningServer> {
  const allow = allowedSite === undefined ? [] : ['--allow-origin', new URL(allowedSite).origin]
  return serveDemo(parseDemoServerOptions(['--port', '0', ...allow, ...options]))
}

/**
 * Serves the app on the server's origin, as on a KPI that hosts it. It can use the session of the server's own pages.
 */
async function hostApp(folder: string, isCompressed: boolean) {
  if (isBuildStale()) {
    console.log('Building …')
    const { build } = await import('vite') // loaded only if needed, because it takes a second
    await build({ root, logLevel: 'warn' })
  }
  const config = { servers: [{ name: 'This server', url: '/', session: true }] }
  return hostedBuild({ folder, config, ...(isCompressed && { quality: brotliQuality.beforehand }) })
}
