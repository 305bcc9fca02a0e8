import type { OAuthClient } from '#/demo/sign-in/token-store.ts'
import { sizeOfAccess } from '../bench/large-access.ts'
import { Failure } from './fail.ts'
import { readOptions } from './options.ts'
import { parsePort } from './serve-options.ts'

/** Options of `npm run demo-server`. */
export interface DemoServerOptions {
  port: number
  host: string
  /** Origins that CORS allows. */
  allowedOrigins: string[]
  /** OAuth2 clients. */
  clients: OAuthClient[]
  /** Lifetime of an access token in seconds. */
  tokenLifetime: number
  /** Path at which the app is served, on the same origin. */
  app: string | undefined
  /** Faults, in the grammar of `src/demo/chaos`. */
  chaos: string
  /** Whether it also has projects made of hostile texts. */
  hostile: boolean
  /** Whether it also has projects of any size, such as `aLarge1269x1000000`. */
  large: boolean
  /** Whether the list has other projects: so many, shared with so many people, as in `1000x200`. */
  access: ReturnType<typeof sizeOfAccess>
  /** Whether responses are compressed, as by web servers. */
  gzip: boolean
}

const HELP =
  '--port 8010, --host 0.0.0.0, --allow-origin http://localhost:4173, --chaos 502;one-in=5, ' +
  '--oauth-client fieldboard=http://localhost:4173/, --token-life 36000, --app /fieldboard/, --hostile, --large, --access 1000x200, --gzip.'

export function parseDemoServerOptions(args: string[]): DemoServerOptions {
  const options = {
    port: { type: 'string', default: '8010' },
    host: { type: 'string', default: '127.0.0.1' },
    'allow-origin': { type: 'string', multiple: true, default: [] as string[] },
    'oauth-client': { type: 'string', multiple: true, default: [] as string[] },
    'token-life': { type: 'string', default: '36000' },
    app: { type: 'string' },
    chaos: { type: 'string', default: '' },
    hostile: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    access: { type: 'string' },
    gzip: { type: 'boolean', default: false },
  } as const
  const { values } = readOptions({ args, options }, HELP)
  return {
    port: parsePort(values.port),
    host: values.host,
    allowedOrigins: values['allow-origin'],
    clients: parseClients(values['oauth-client']),
    tokenLifetime: parseSeconds(values['token-life']),
    app: values.app === undefined ? undefined : parsePath(values.app),
    chaos: values.chaos,
    hostile: values.hostile,
    large: values.large,
    access: values.access === undefined ? null : parseAccess(values.access),
    gzip: values.gzip,
  }
}

/** Parses `ID=REDIRECT_URI`; the same id can occur several times. */
function parseClients(texts: string[]): OAuthClient[] {
  const clients = new Map<string, OAuthClient>()
  for (const text of texts) {
    const [, id = '', redirectUri = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (!URL.canParse(redirectUri))
      throw new Failure(`“${text}” is not ID=ADDRESS, as in fieldboard=http://localhost:4173/.`)
    const client = clients.get(id) ?? { id, redirectUris: [] }
    client.redirectUris.push(redirectUri)
    clients.set(id, client)
  }
  return [...clients.values()]
}

function parseAccess(text: string) {
  const size = sizeOfAccess(text)
  if (!size) throw new Failure(`“${text}” is not PROJECTSxPEOPLE, as in 1000x200.`)
  return size
}

function parseSeconds(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Failure(`“${text}” is not a number of seconds.`)
  return Number(text)
}

function parsePath(text: string): string {
  if (!/^\/([\w.-]+\/)*$/.test(text))
    throw new Failure(`“${text}” is not a path. Paths begin and end with a slash: /fieldboard/.`)
  return text
}
