const projectPath = (assetUid: string, page = '') => `/projects/${encodeURIComponent(assetUid.toWellFormed())}${page}`

/** The one builder of links. Paths inside the hash router. */
export const paths = {
  /** `problem`: why signing in at the server's own page came to nothing. */
  connect: (next?: string, problem?: string, server?: string) =>
    withQuery('/connect', { next: next === '/' ? undefined : next, problem, server }),
  signedIn: () => '/signed-in',
  home: () => '/',
  demo: () => '/demo',
  changeConnection: () => '/change-connection',
  projects: () => '/projects',
  imports: () => '/imports',
  project: (assetUid: string) => projectPath(assetUid),
  form: (assetUid: string) => projectPath(assetUid, '/form'),
  submissions: (assetUid: string) => projectPath(assetUid, '/submissions'),
  /** `search`: the view of the table in which it stands. */
  submission: (assetUid: string, submissionId: number, search = '') =>
    projectPath(assetUid, `/submissions/${submissionId}${search && `?${search}`}`),
  sharing: (assetUid: string) => projectPath(assetUid, '/sharing'),
  settings: (assetUid: string) => projectPath(assetUid, '/settings'),
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
