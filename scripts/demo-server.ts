// The demo's handlers as a plain HTTP server, in memory: `npm run demo-server -- --port 8010`.
import { createChaos } from '#/demo/chaos/chaos.ts'
import { withChaos } from '#/demo/chaos/control.ts'
import { withFrontDoor } from '#/demo/sign-in/front-door.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { withGzip } from '../bench/gzip.ts'
import { withLargeProjects } from '../bench/kpi.ts'
import { withHostility } from '../hostile/kpi.ts'
import { withCors } from '../tooling/cors.ts'
import { parseDemoServerOptions } from '../tooling/demo-server-options.ts'
import { runTask } from '../tooling/fail.ts'
import { hostedBuild } from '../tooling/hosted-build.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { isBuildStale } from '../tooling/production-build.ts'
import { root } from '../tooling/project.ts'
import { closeOnSignal } from '../tooling/serving.ts'

await runTask(async () => {
  const options = parseDemoServerOptions(process.argv.slice(2))
  const { port, host, app, chaos, hostile, allowedOrigins } = options
  const tame = await createDemoTransport({ storage: 'memory' })
  const sized = options.large ? withLargeProjects(tame) : tame
  const demo = withFrontDoor(hostile ? withHostility(sized) : sized, options)
  const kpi = withCors(withChaos(demo, createChaos(chaos)), allowedOrigins)
  const hosted = app === undefined ? undefined : await hostApp(app)
  const whole = async (request: Request) => (await hosted?.(request)) ?? kpi(request)
  const { address, stop } = await serveHttp(options.gzip ? withGzip(whole) : whole, port, host)
  closeOnSignal({ close: async () => stop() })
  console.log(`The demo server is at ${address} (username demo, password demo). Ctrl+C stops it.`)
  if (app !== undefined) {
    console.log(`Fieldboard is at ${address}${app}, and may use the session of the server’s own pages.`)
  }
})

/** The app on the server's own origin, as on a KPI that hosts it: it may use the session of the server's own pages. */
async function hostApp(folder: string) {
  if (isBuildStale()) {
    console.log('Building …')
    const { build } = await import('vite') // a second to load, which most starts need not wait
    await build({ root, logLevel: 'warn' })
  }
  return hostedBuild(folder, { servers: [{ name: 'This server', url: '/', session: true }] })
}
