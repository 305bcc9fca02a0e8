// The demo's handlers as a plain HTTP server, in memory: `npm run demo-server -- --port 8010`.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ParseArgsOptionsConfig } from 'node:util'
import { createChaos } from '#/demo/chaos/chaos.ts'
import { withChaos } from '#/demo/chaos/control.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { withCors } from './lib/cors.ts'
import { runTask } from './lib/fail.ts'
import { readOptions } from './lib/options.ts'
import { requestListener } from './lib/request-listener.ts'
import { parsePort } from './lib/serve-options.ts'
import { closeOnSignal } from './lib/serving.ts'

await runTask(async () => {
  const options = {
    port: { type: 'string', default: '8010' },
    host: { type: 'string', default: '127.0.0.1' },
    chaos: { type: 'string', default: '' },
    'allow-origin': { type: 'string', multiple: true, default: [] },
  } as const satisfies ParseArgsOptionsConfig
  const { values } = readOptions(
    { options },
    '--port 8010, --host 0.0.0.0, --allow-origin http://localhost:4173, --chaos 502;one-in=5.',
  )
  const demo = withChaos(await createDemoTransport({ storage: 'memory' }), createChaos(values.chaos))
  const server = createServer(requestListener(withCors(demo, values['allow-origin'])))
  server.listen(parsePort(values.port), values.host)
  await once(server, 'listening')
  closeOnSignal({
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  })
  const { port } = server.address() as AddressInfo
  console.log(`The demo server is at http://${values.host}:${port} (username demo, password demo). Ctrl+C stops it.`)
})
