import * as z from 'zod/mini'

/** What the file is held against, besides its own shape. */
interface Place {
  /** Where the app is served. */
  site: string
  /** Codes of the languages that the interface speaks. */
  languages: readonly string[]
}

const Text = z.string().check(z.minLength(1))

/**
 * `config.json` beside the build: what those who host the app decide, without building it anew. What is wrong in a
 * value of the right type is told by one word (`address`), which the page about a broken file explains.
 */
export const appConfigFor = ({ site, languages }: Place) =>
  z.object({
    /** Servers to offer, first the first; without any, KoboToolbox's public ones. */
    servers: z._default(
      z.array(
        z.object({
          name: Text,
          /** An address, or a path of this site that is passed on to one (`/kobo`). */
          url: Text.check(
            z.refine((url) => isServer(url, site), 'address'),
            z.refine((url) => !isBlocked(url, site), 'blocked'),
          ),
          /** Of this app in the server's list of OAuth2 applications: people then sign in on the server's own page. */
          clientId: z.optional(Text),
          /** Whether being signed in to the server's own pages counts here; only where both are one site. */
          session: z.optional(z.boolean()),
        }),
      ),
      [],
    ),
    /** Whether the demo is offered. */
    demo: z._default(z.boolean(), true),
    /** What the root shows to those who have no connection yet. */
    firstVisit: z._default(z.enum(['connect', 'demo']), 'connect'),
    /** For those who chose none. */
    language: z.optional(z.string().check(z.refine((code) => languages.includes(code), 'language'))),
    /** Pictures of maps. */
    tileUrl: z.optional(z.string().check(z.refine(isTileTemplate, 'tiles'))),
    /** Where people find help; `label` as one text, or by language. */
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

/** Browsers let no https page ask for anything over http, but of the person's own machine. */
const isBlocked = (url: string, site: string) =>
  site.startsWith('https:') && /^http:\/\/(?!(localhost|127[\d.]+|\[::1\])[:/])/.test(parse(url, site)?.href ?? '')

const isLink = (url: string) => /^(https|mailto):/.test(url) && URL.canParse(url)

const isTileTemplate = (url: string) =>
  /^https:\/\/[^{]/.test(url) && ['{z}', '{x}', '{y}'].every((part) => url.includes(part))
