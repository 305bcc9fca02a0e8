import type { OAuthClient } from '#/demo/sign-in/token-store.ts'
import { Failure } from './fail.ts'
import { readOptions } from './options.ts'
import { parsePort } from './serve-options.ts'

/** What `npm run demo-server` is told. */
export interface DemoServerOptions {
  port: number
  host: string
  /** Sites whose pages may ask it. */
  allowedOrigins: string[]
  /** Applications that may sign people in by OAuth2. */
  clients: OAuthClient[]
  /** Seconds that an access token lasts. */
  tokenLife: number
  /** Path under which the app itself is served, by the same origin. */
  app: string | undefined
  /** Faults, in the words of the chaos mode. */
  chaos: string
  /** Whether it also has projects that are made of hostile texts. */
  hostile: boolean
  /** Whether it also has projects of any size, as `aLarge1269x1000000`. */
  large: boolean
  /** Whether texts go over the network as web servers send them. */
  gzip: boolean
}

const HELP =
  '--port 8010, --host 0.0.0.0, --allow-origin http://localhost:4173, --chaos 502;one-in=5, ' +
  '--oauth-client fieldboard=http://localhost:4173/, --token-life 36000, --app /fieldboard/, --hostile, --large, --gzip.'

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
    gzip: { type: 'boolean', default: false },
  } as const
  const { values } = readOptions({ args, options }, HELP)
  return {
    port: parsePort(values.port),
    host: values.host,
    allowedOrigins: values['allow-origin'],
    clients: parseClients(values['oauth-client']),
    tokenLife: parseSeconds(values['token-life']),
    app: values.app === undefined ? undefined : parsePath(values.app),
    chaos: values.chaos,
    hostile: values.hostile,
    large: values.large,
    gzip: values.gzip,
  }
}

/** `ID=REDIRECT_URI`; one id may come with several addresses. */
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

function parseSeconds(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Failure(`“${text}” is not a number of seconds.`)
  return Number(text)
}

function parsePath(text: string): string {
  if (!/^\/([\w.-]+\/)*$/.test(text))
    throw new Failure(`“${text}” is not a path. Paths begin and end with a slash: /fieldboard/.`)
  return text
}
