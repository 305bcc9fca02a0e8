import * as z from 'zod/mini'

/** `config.json` beside the build: what those who host the app decide, without building it anew. */
export const AppConfig = z.object({
  /** Servers to offer, first the first; without any, KoboToolbox's public ones. `url` may be a path of this site. */
  servers: z._default(z.array(z.object({ name: z.string(), url: z.string() })), []),
  /** Whether the demo is offered. */
  demo: z._default(z.boolean(), true),
  /** What the root shows to those who have no connection yet. */
  firstVisit: z._default(z.enum(['connect', 'demo']), 'connect'),
})
export type AppConfig = z.output<typeof AppConfig>
