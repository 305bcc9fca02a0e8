import * as z from 'zod/mini'

/** What the values are validated against. */
interface ConfigContext {
  /** The URL of the app. */
  site: string
  /** Codes of the interface languages. */
  languages: readonly string[]
}

const Text = z.string().check(z.minLength(1))

/**
 * Schema of `config.json`, the settings of those who host the app. The message of each custom check is a key (`address`)
 * of a text that the page about an invalid file shows.
 */
export const appConfigFor = ({ site, languages }: ConfigContext) =>
  z.object({
    /** Servers to choose from, in this order; KoboToolbox's public servers if empty. */
    servers: z._default(
      z.array(
        z.object({
          name: Text,
          /** An address, or a path of this site that is proxied to a server (`/kobo`). */
          url: Text.check(
            z.refine((url) => isServer(url, site), 'address'),
            z.refine((url) => !isBlocked(url, site), 'blocked'),
          ),
          /** The app's client id on the server: users then sign in with OAuth2, on the server's own page. */
          clientId: z.optional(Text),
          /** Whether to use the session of the server's own pages; needs the same origin. */
          session: z.optional(z.boolean()),
        }),
      ),
      [],
    ),
    /** Whether the demo is offered. */
    demo: z._default(z.boolean(), true),
    /** Whether this copy is for trying out: it reaches no server. `npm start` says so where it is given none. */
    trial: z._default(z.boolean(), false),
    /** What the start page shows to users without a connection. */
    firstVisit: z._default(z.enum(['connect', 'demo']), 'connect'),
    /** Default language. */
    language: z.optional(z.string().check(z.refine((code) => languages.includes(code), 'language'))),
    /** URL template of map tiles. */
    tileUrl: z.optional(z.string().check(z.refine(isTileTemplate, 'tiles'))),
    /** Help links; `label` is a text, or texts by language. */
    help: z._default(
      z.array(
        z.object({
          label: z.union([Text, z.record(z.string(), Text)]),
          url: z.string().check(z.refine(isLink, 'link')),
        }),
      ),
      [],
    ),
  })
export type AppConfig = z.output<ReturnType<typeof appConfigFor>>

const parse = (url: string, site: string) => (URL.canParse(url, site) ? new URL(url, site) : undefined)

function isServer(url: string, site: string): boolean {
  const { protocol = '', username, search, hash } = parse(url, site) ?? {}
  return /^https?:$/.test(protocol) && !username && !search && !hash
}

/** Mixed content: browsers block http requests of https pages, except to localhost. */
const isBlocked = (url: string, site: string) =>
  site.startsWith('https:') && /^http:\/\/(?!(localhost|127[\d.]+|\[::1\])[:/])/.test(parse(url, site)?.href ?? '')

const isLink = (url: string) => /^(https|mailto):/.test(url) && URL.canParse(url)

const isTileTemplate = (url: string) =>
  /^https:\/\/[^{]/.test(url) && ['{z}', '{x}', '{y}'].every((part) => url.includes(part))
