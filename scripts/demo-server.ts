// Serves the demo over HTTP, in memory: `npm run demo-server -- --port 8010`.
import { serveDemo } from '../tooling/demo-server.ts'
import { parseDemoServerOptions } from '../tooling/demo-server-options.ts'
import { runTask } from '../tooling/fail.ts'
import { closeOnSignal } from '../tooling/serving.ts'

await runTask(async () => {
  const options = parseDemoServerOptions(process.argv.slice(2))
  const { app } = options
  const { address, stop } = await serveDemo(options)
  closeOnSignal({ close: async () => stop() })
  console.log(`The demo server is at ${address} (username demo, password demo). Press Ctrl+C to stop it.`)
  if (app !== undefined) {
    console.log(`Fieldboard is at ${address}${app}, and can use the session of the server’s own pages.`)
  }
})
// Serves the demo over HTTP, in memory: `npm run demo-server -- --port 8010`.
