import type * as z from 'zod/mini'
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

interface ShapeFact {
  /** Relative to `api/v2/`, or to the table project with the prefix `table/`. */
  path: string
  source: string[]
  schema: z.ZodMiniType
  /** Whether the demo has this endpoint. */
  isInDemo?: boolean
}

/** Declares a fact that a response matches the app's schema, with each item of a list. */
const shapeFact = ({ path, source, schema, isInDemo = false }: ShapeFact) =>
  fact({
    name: `${path} matches its schema`,
    source,
    ...(!isInDemo && { realOnly: 'it has no such endpoint' }),
    when: async (lab) => {
      const address = path.startsWith('table/') ? (await lab.project('table')).path + path.slice(6) : `api/v2/${path}`
      const { status, body } = await lab.me.request('GET', path === 'me/' ? path : address)
      const { error, data } = schema.safeParse(body)
      const unreadable = (data as { unreadable?: unknown[] } | undefined)?.unreadable ?? []
      return {
        status,
        problems: error?.issues.map(({ path: key, message }) => `${key.join('.')}: ${message}`) ?? unreadable,
      }
    },
    expected: { status: 200, problems: [] },
  })

/** Responses that the app uses, or will use, checked against its schemas. */
export const shapes: Group = {
  name: 'schemas of responses',
  facts: [
    shapeFact({ path: 'me/', source: ['0110'], schema: Me, isInDemo: true }),
    shapeFact({ path: 'environment/', source: ['0120'], schema: Environment, isInDemo: true }),
    shapeFact({ path: 'languages/', source: ['0134', '1340', '1341'], schema: Page(KpiLanguage) }),
    shapeFact({ path: 'tags/', source: ['0146', '2501'], schema: Page(Tag) }),
    shapeFact({ path: 'organizations/', source: ['0137'], schema: Page(Organization) }),
    shapeFact({ path: 'service_usage/', source: ['0140', '0143'], schema: ServiceUsage }),
    shapeFact({ path: 'asset_usage/', source: ['0141', '0144'], schema: Page(AssetUsage) }),
    shapeFact({ path: 'project-views/', source: ['0145', '1344'], schema: Page(ProjectView) }),
    shapeFact({
      path: 'project-ownership/invites/',
      source: ['1363', '2320'],
      schema: Page(OwnershipInvite),
      isInDemo: true,
    }),
    shapeFact({ path: 'access-logs/me/', source: ['1348', '2497'], schema: Page(AccessLog) }),
    shapeFact({ path: 'assets/metadata/', source: ['0330'], schema: AssetMetadata, isInDemo: true }),
    shapeFact({ path: 'assets/hash/', source: ['0331'], schema: AssetsHash }),
    shapeFact({ path: 'assets/minimal-list/', source: ['1302'], schema: MinimalAssets, isInDemo: true }),
    shapeFact({ path: 'table/reports/', source: ['0359', '1331', '2350'], schema: Report }),
    shapeFact({ path: 'table/history/', source: ['0363'], schema: Page(HistoryEntry), isInDemo: true }),
    shapeFact({ path: 'table/history/actions/', source: ['0364'], schema: HistoryActions, isInDemo: true }),
    shapeFact({ path: 'table/export-settings/', source: ['1041'], schema: Page(ExportSetting) }),
  ],
}
