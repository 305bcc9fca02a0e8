import * as z from 'zod/mini'
import { listOf } from '#/api/pagination.ts'

/** Values that occur in the account's projects, for filters [0330]. Pairs are `[value, label]`. */
export const AssetMetadata = z.object({
  languages: z.array(z.nullable(z.string())),
  countries: z.array(z.tuple([z.string(), z.string()])),
  sectors: z.array(z.tuple([z.string(), z.string()])),
  organizations: z.array(z.string()),
})

const Pairs = z.array(z.tuple([z.string(), z.string()]))

/** Of {@link AssetMetadata}, what the filters offer. */
export const FilterChoices = z.object({ countries: Pairs, sectors: Pairs })

/** Changes whenever a project's form does [0331]. */
export const AssetsHash = z.object({ hash: z.string() })

/** The list of projects with the fewest fields, without a count [1302]. */
export const MinimalAssets = z.object({
  results: listOf(z.object({ uid: z.string(), name: z.string() })),
})

/** The response to a bulk action: a message in the language of the request [0822, 0893, 1401]. */
export const BulkDetail = z.object({ detail: z.string() })
