// Serves the build by the real nginx and the real Caddy with the files of deploy/, and looks at both from outside.
// What follows `--` goes to Playwright.
import { createDemoTransport } from '#/demo/transport.ts'
import { runTask } from '../tooling/fail.ts'
import { host } from '../tooling/hosted.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal, runTool } from '../tooling/processes.ts'
import { bringWebServer } from '../tooling/web-servers.ts'

/** The demo server; `/mirror` tells what came there, `/moved` leads on within the server. */
async function startKpi() {
  const demo = await createDemoTransport({ storage: 'memory' })
  const mirror = async (request: Request) => {
    const seen = { headers: Object.fromEntries(request.headers), length: (await request.arrayBuffer()).byteLength }
    return Response.json(seen, {
      headers: { 'Set-Cookie': 'session=1', 'Content-Security-Policy': "script-src 'self'" },
    })
  }
  const moved = () => new Response(null, { status: 302, headers: { Location: '/mirror' } })
  return serveHttp(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/mirror') return mirror(request)
    return pathname === '/moved' ? moved() : demo(request)
  })
}

endAllOnSignal()
await runTask(async () => {
  const { positionals } = readOptions({ allowPositionals: true, options: {} }, 'those of Playwright, after --.')
  const kpi = await startKpi()
  const started = [kpi]
  for (const name of ['nginx', 'caddy'] as const) {
    const { path, log } = await bringWebServer(name)
    if (path === undefined) {
      console.log(`There is no ${name} here: its tests are skipped.\n${log}`)
      continue
    }
    const server = await host(name, path, kpi.address)
    started.push(server)
    process.env[`${name.toUpperCase()}_URL`] = server.address
    process.env[`${name.toUpperCase()}_FILES`] = server.files
  }
  const args = ['test', '--config', 'e2e/hosting/playwright.config.ts', ...positionals]
  const { exitCode } = await runTool('@playwright/test', args, { show: true })
  for (const { stop } of started) stop()
  return exitCode
})
