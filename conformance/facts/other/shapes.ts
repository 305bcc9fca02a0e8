import { AccessLog } from '#/api/kpi/access-logs/schema.ts'
import { AssetMetadata, AssetsHash, MinimalAssets } from '#/api/kpi/asset-metadata/schema.ts'
import { Environment } from '#/api/kpi/environment/schema.ts'
import { ExportSetting } from '#/api/kpi/exports/schema.ts'
import { HistoryActions, HistoryEntry } from '#/api/kpi/history/schema.ts'
import { KpiLanguage } from '#/api/kpi/languages/schema.ts'
import { Organization } from '#/api/kpi/organizations/schema.ts'
import { OwnershipInvite } from '#/api/kpi/ownership/schema.ts'
import { ProjectView } from '#/api/kpi/project-views/schema.ts'
import { Report } from '#/api/kpi/reports/schema.ts'
import { Me } from '#/api/kpi/session/schema.ts'
import { Tag } from '#/api/kpi/tags/schema.ts'
import { AssetUsage, ServiceUsage } from '#/api/kpi/usage/schema.ts'
import { Page } from '#/api/pagination.ts'
import { fact, type Group } from '../../fact.ts'
import type * as z from 'zod/mini'

interface ShapeFact {
  /** Below `api/v2/`, or of the table project with `table/` in front. */
  path: string
  source: string[]
  schema: z.ZodMiniType
  /** Whether the demo answers it. */
  isInDemo?: boolean
}

/** An address whose answer the app's schema reads, each item of a list included. */
const read = ({ path, source, schema, isInDemo = false }: ShapeFact) =>
  fact({
    name: `${path} is read`,
    source,
    ...(!isInDemo && { realOnly: 'it has no such address' }),
    when: async (lab) => {
      const address = path.startsWith('table/') ? (await lab.project('table')).path + path.slice(6) : `api/v2/${path}`
      const { status, body } = await lab.me.ask('GET', path === 'me/' ? path : address)
      const { error, data } = schema.safeParse(body)
      const unreadable = (data as { unreadable?: unknown[] } | undefined)?.unreadable ?? []
      return {
        status,
        problems: error?.issues.map(({ path: key, message }) => `${key.join('.')}: ${message}`) ?? unreadable,
      }
    },
    expected: { status: 200, problems: [] },
  })

/** Answers that the app reads, or is going to, held to its schemas. */
export const shapes: Group = {
  name: 'shapes of answers',
  facts: [
    read({ path: 'me/', source: ['0110'], schema: Me, isInDemo: true }),
    read({ path: 'environment/', source: ['0120'], schema: Environment, isInDemo: true }),
    read({ path: 'languages/', source: ['0134', '1340', '1341'], schema: Page(KpiLanguage) }),
    read({ path: 'tags/', source: ['0146', '2501'], schema: Page(Tag) }),
    read({ path: 'organizations/', source: ['0137'], schema: Page(Organization) }),
    read({ path: 'service_usage/', source: ['0140', '0143'], schema: ServiceUsage }),
    read({ path: 'asset_usage/', source: ['0141', '0144'], schema: Page(AssetUsage) }),
    read({ path: 'project-views/', source: ['0145', '1344'], schema: Page(ProjectView) }),
    read({ path: 'project-ownership/invites/', source: ['1363', '2320'], schema: Page(OwnershipInvite) }),
    read({ path: 'access-logs/me/', source: ['1348', '2497'], schema: Page(AccessLog) }),
    read({ path: 'assets/metadata/', source: ['0330'], schema: AssetMetadata }),
    read({ path: 'assets/hash/', source: ['0331'], schema: AssetsHash }),
    read({ path: 'assets/minimal-list/', source: ['1302'], schema: MinimalAssets }),
    read({ path: 'table/reports/', source: ['0359', '1331', '2350'], schema: Report }),
    read({ path: 'table/history/', source: ['0363'], schema: Page(HistoryEntry), isInDemo: true }),
    read({ path: 'table/history/actions/', source: ['0364'], schema: HistoryActions, isInDemo: true }),
    read({ path: 'table/export-settings/', source: ['1041'], schema: Page(ExportSetting) }),
  ],
}
