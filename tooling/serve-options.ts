import { resolve } from 'node:path'
import { Failure } from './fail.ts'
import { readOptions } from './options.ts'

/** Options of `npm start` and `npm run dev`. */
export interface ServeOptions {
  /** The KPI behind `/kobo/…`. */
  server: URL | undefined
  port: number | undefined
  host: string | undefined
  open: boolean
  /** Whether to serve the build's `config.json` unchanged, like another host. */
  asHosted: boolean
  /** A file to serve as `config.json`. */
  config: string | undefined
}

export function parseServeOptions(args: string[]): ServeOptions {
  const { server, port, host, 'no-open': noOpen, 'as-hosted': asHosted, config } = readArgs(args)
  return {
    server: server === undefined ? undefined : parseServer(server),
    port: port === undefined ? undefined : parsePort(port),
    host,
    open: noOpen !== true,
    asHosted: asHosted === true,
    config: config === undefined ? undefined : resolve(config),
  }
}

function readArgs(args: string[]) {
  const config = {
    args,
    options: {
      server: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      'no-open': { type: 'boolean' },
      'as-hosted': { type: 'boolean' },
      config: { type: 'string' },
    },
  } as const
  const help =
    '--server https://kf.example.org, --port 4173, --host 0.0.0.0, --no-open, --as-hosted, --config config.json.'
  return readOptions(config, help).values
}

/** Parses the URL of a KPI. A path is kept. */
export function parseServer(text: string): URL {
  const server = URL.parse(text)
  if (server === null || !['http:', 'https:'].includes(server.protocol)) {
    throw new Failure(`“${text}” is not the address of a server. It begins with https://, like https://kf.example.org.`)
  }
  return server
}

/** Parses a port number; 0 means any free port. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Failure(`“${text}” is not a port. Ports are numbers up to 65535.`)
  return port
}
