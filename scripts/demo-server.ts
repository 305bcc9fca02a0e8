// The demo's handlers as a plain HTTP server, in memory: `npm run demo-server -- --port 8010`.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createDemoTransport } from '#/demo/transport.ts'
import { runTask } from './lib/fail.ts'
import { readOptions } from './lib/options.ts'
import { parsePort } from './lib/serve-options.ts'
import { closeOnSignal } from './lib/serving.ts'

await runTask(async () => {
  const options = { port: { type: 'string', default: '8010' }, host: { type: 'string', default: '127.0.0.1' } } as const
  const { values } = readOptions({ options }, '--port 8010, --host 0.0.0.0.')
  const answer = await createDemoTransport({ storage: 'memory' })
  const server = createServer(createRequestListener((request) => answer(request)))
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
