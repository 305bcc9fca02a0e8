// Tests the build served by a real nginx and a real Caddy with the files of deploy/.
// Arguments after `--` are passed to Playwright.
import { createDemoTransport } from '#/demo/transport.ts'
import { runTask } from '../tooling/fail.ts'
import { startHost } from '../tooling/hosted.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal, runTool } from '../tooling/processes.ts'
import { findOrInstallWebServer } from '../tooling/web-servers.ts'

/** The demo server; `/mirror` returns the received headers, `/moved` redirects within the server. */
async function startKpi() {
  const demo = await createDemoTransport({ storage: 'memory' })
  const mirror = async (request: Request) => {
    const received = { headers: Object.fromEntries(request.headers), length: (await request.arrayBuffer()).byteLength }
    return Response.json(received, {
      headers: { 'Set-Cookie': 'session=1', 'Content-Security-Policy': "script-src 'self'" },
    })
  }
  const redirect = () => new Response(null, { status: 302, headers: { Location: '/mirror' } })
  return serveHttp(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/mirror') return mirror(request)
    return pathname === '/moved' ? redirect() : demo(request)
  })
}

endAllOnSignal()
await runTask(async () => {
  const { positionals } = readOptions({ allowPositionals: true, options: {} }, 'those of Playwright, after --.')
  const kpi = await startKpi()
  const started = [kpi]
  for (const name of ['nginx', 'caddy'] as const) {
    const { path, log } = await findOrInstallWebServer(name)
    if (path === undefined) {
      console.log(`${name} not found: its tests are skipped.\n${log}`)
      continue
    }
    const server = await startHost(name, path, kpi.address)
    started.push(server)
    process.env[`${name.toUpperCase()}_URL`] = server.address
    process.env[`${name.toUpperCase()}_FILES`] = server.files
  }
  const args = ['test', '--config', 'e2e/hosting/playwright.config.ts', ...positionals]
  const { exitCode } = await runTool('@playwright/test', args, { show: true })
  for (const { stop } of started) stop()
  return exitCode
})
