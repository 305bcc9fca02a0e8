import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type PublicAccessState, summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import type { Items, Page } from '#/api/pagination.ts'
import type { ProjectSearch, PublicFilter } from './project-search.ts'
import { assetQueries, type ProjectOrder, type ProjectPage } from './queries.ts'
import type { AssetCounts, AssetListItem } from './schema.ts'
import { walkProjects } from './walk-projects.ts'

/** How long what was read serves for the list, the counts and the next pages, in milliseconds. */
const STALE_TIME = 2000

export type FilteredSearch = ProjectSearch & { public: PublicFilter }

/** What each filter shows. Who sees submissions also sees the form [0602-d]. */
const SHOWN: Record<PublicFilter, readonly PublicAccessState[]> = {
  any: ['form', 'submissions', 'submit', 'submit-and-form', 'all'],
  form: ['form', 'submissions', 'submit-and-form', 'all'],
  submissions: ['submissions', 'all'],
  submit: ['submit', 'submit-and-form', 'all'],
  none: ['none'],
}

const keyOf = ({ public: filter, ...search }: FilteredSearch) =>
  [...assetQueries.lists(), 'public', { ...search, status: 'all' }, filter] as const

/**
 * All projects that match, of any status, with the public access of the filter. KPI refuses to search by permissions
 * (NOTES, "Further tried"), so all that match the other filters are read, and their own `permissions` decide.
 */
const filteredProjects = (filtered: FilteredSearch, ordering: ProjectOrder) =>
  queryOptions({
    queryKey: [...keyOf(filtered), ordering] as const,
    queryFn: async ({ client, signal }): Promise<Items<AssetListItem>> => {
      const { public: filter, ...others } = filtered
      const search: ProjectSearch = { ...others, status: 'all' }
      const { results, unreadable } = await walkProjects(client, { search, ordering }, signal)
      return { results: results.filter((project) => SHOWN[filter].includes(publicAccessIn(project))), unreadable }
    },
    staleTime: STALE_TIME,
  })

const publicAccessIn = ({ permissions, owner__username: owner }: AssetListItem) =>
  summarizeAccess(permissions, owner).public

/** Reads them, until `signal` is aborted. */
async function read(client: QueryClient, signal: AbortSignal, search: FilteredSearch, ordering: ProjectOrder) {
  const options = filteredProjects(search, ordering)
  const cancel = () => void client.cancelQueries({ queryKey: options.queryKey })
  signal.addEventListener('abort', cancel)
  try {
    return await client.query(options)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** The order in which they are being read or were read just now: in which one does not matter for their number. */
function knownOrdering(client: QueryClient, search: FilteredSearch): ProjectOrder {
  const [known] = client.getQueryCache().findAll({
    queryKey: keyOf(search),
    predicate: (query) => query.state.fetchStatus === 'fetching' || !query.isStaleByTime(STALE_TIME),
  })
  return (known?.queryKey.at(-1) as ProjectOrder | undefined) ?? 'name'
}

/** One page of the projects with the public access of the search's filter. */
export async function filteredPage(
  client: QueryClient,
  signal: AbortSignal,
  { search, ordering, page, pageSize }: ProjectPage & { search: FilteredSearch },
): Promise<Page<AssetListItem>> {
  const { results, unreadable } = await read(client, signal, search, ordering)
  const { status } = search
  const matching = results.filter((project) => status === 'all' || project.deployment_status === status)
  return {
    count: matching.length,
    results: matching.slice((page - 1) * pageSize, page * pageSize),
    unreadable: page === 1 ? unreadable : [],
  }
}

/** The numbers of projects by status with the public access of the search's filter. */
export async function filteredCounts(
  client: QueryClient,
  signal: AbortSignal,
  search: FilteredSearch,
): Promise<AssetCounts> {
  const { results } = await read(client, signal, search, knownOrdering(client, search))
  const countOf = (status: string) => results.filter((project) => project.deployment_status === status).length
  return {
    deployed_count: countOf('deployed'),
    archived_count: countOf('archived'),
    draft_count: countOf('draft'),
  }
}
