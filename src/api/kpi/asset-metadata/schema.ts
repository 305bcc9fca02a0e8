import * as z from 'zod/mini'

/** What occurs in the account's projects, for choosing among [0330]: `[value, label]`. */
export const AssetMetadata = z.object({
  languages: z.array(z.nullable(z.string())),
  countries: z.array(z.tuple([z.string(), z.string()])),
  sectors: z.array(z.tuple([z.string(), z.string()])),
  organizations: z.array(z.string()),
})

/** Changes whenever a project's form does [0331]. */
export const AssetsHash = z.object({ hash: z.string() })

/** The shortest list of projects, without a count [1302]. */
export const MinimalAssets = z.object({
  results: z.array(z.object({ uid: z.string(), name: z.string(), deployment_status: z.string() })),
})

/** What a change of many things at once answers: a sentence, in the server's language [0822, 0893, 1401]. */
export const BulkDetail = z.object({ detail: z.string() })
