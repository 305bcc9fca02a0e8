import { CODENAMES } from '#/api/kpi/permissions/codenames.ts'
import { codenamesOf, ROLES } from '#/api/kpi/permissions/roles.ts'
import type { Transport } from '#/demo/transport.ts'

interface Size {
  projects: number
  people: number
}

/** Parses `1000x200`: projects by people; `null` for anything else. */
export function sizeOfAccess(text: string): Size | null {
  const [, projects, people] = /^([1-9]\d{0,4})x([1-9]\d{0,3})$/.exec(text) ?? []
  return projects === undefined ? null : { projects: Number(projects), people: Number(people) }
}

/** People of one project: a few in most, many in some, as teams are. */
const sharesOf = (project: number, people: number) => Math.min(people, project % 25 === 0 ? 80 : 8 + (project % 20))

/** The permissions of one project: its owner’s, and those of people in every role. */
function permissionsOf(project: number, owner: string, { people }: Size, server: string) {
  const grant = (username: string, codename: string) => ({
    url: `${server}/api/v2/assets/aAccess${project}/permission-assignments/p${username}${codename}/`,
    user: `${server}/api/v2/users/${username}/`,
    permission: `${server}/api/v2/permissions/${codename}/`,
    label: codename,
  })
  const owned = CODENAMES.filter((codename) => codename !== 'partial_submissions')
  const shares = Array.from({ length: sharesOf(project, people) }, (_, index) => {
    const username = `person_${(project * 7 + index * 13) % people}`
    return { username, role: ROLES[(project + index) % ROLES.length] ?? 'viewer' }
  })
  const distinct = new Map(shares.map(({ username, role }) => [username, role]))
  return [
    ...owned.map((codename) => grant(owner, codename)),
    ...[...distinct].flatMap(([username, role]) => [...codenamesOf(role)].map((codename) => grant(username, codename))),
    ...(project % 40 === 0 ? [grant('AnonymousUser', 'view_asset')] : []),
  ]
}

/** The demo, whose list has as many projects of the current user as are asked for, shared with as many people. */
export function withLargeAccess(demo: Transport, size: Size): Transport {
  return async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.pathname !== '/api/v2/assets/') return demo(request)
    const first = new URL(url)
    first.searchParams.delete('start')
    const answer = await demo(new Request(first, request))
    if (!answer.ok) return answer
    const page = (await answer.json()) as { results: { owner__username: string }[] }
    const [model] = page.results.filter(({ owner__username: owner }) => owner === 'demo')
    const start = Number(url.searchParams.get('start') ?? 0)
    const count = Math.max(0, Math.min(Number(url.searchParams.get('limit') ?? 100), size.projects - start))
    const results = Array.from({ length: count }, (_, index) => {
      const project = start + index
      return {
        ...model,
        uid: `aAccess${project}`,
        name: `Project ${String(project).padStart(5, '0')}`,
        owner__username: 'demo',
        deployment_status: project % 10 === 0 ? 'archived' : 'deployed',
        permissions: permissionsOf(project, 'demo', size, url.origin),
      }
    })
    return Response.json({ count: size.projects, next: null, previous: null, results })
  }
}
