import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestListener } from './request-listener.ts'

/** Answers requests over HTTP. Port 0 takes any free one. */
export async function serveHttp(answer: (request: Request) => Promise<Response>, port = 0, host = '127.0.0.1') {
  const server = createServer(requestListener(answer))
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
