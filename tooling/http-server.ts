import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestListener } from './request-listener.ts'

/** Serves a handler over HTTP. Port 0 means any free port. */
export async function serveHttp(handler: (request: Request) => Promise<Response>, port = 0, host = '127.0.0.1') {
  const server = createServer(requestListener(handler))
  server.listen(port, host)
  await once(server, 'listening')
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
