const projectPath = (assetUid: string, page = '') => `/projects/${encodeURIComponent(assetUid.toWellFormed())}${page}`

/** History state of a project's location: opens the dialog for deploying. */
export interface ProjectEntryState {
  deploys?: boolean
}

/** History state of the table's location: opens its own export. */
export interface TableEntryState {
  exports?: boolean
}

/** History state of the exports of the server: the submissions that were selected in the table. */
export interface ExportEntryState {
  ids?: readonly number[] | null
}

/** Builds all paths of the hash router. */
export const paths = {
  /** `problem`: why the sign-in at the server's own page failed. */
  connect: (next?: string, problem?: string, server?: string) =>
    withQuery('/connect', { next: next === '/' ? undefined : next, problem, server }),
  signedIn: () => '/signed-in',
  home: () => '/',
  /** `next`: the path to open in it. */
  demo: (next?: string) => withQuery('/demo', { next }),
  changeConnection: () => '/change-connection',
  projects: () => '/projects',
  /** The list, with the dialog for a new project open. */
  newProject: () => '/projects?new',
  access: () => '/access',
  imports: () => '/imports',
  transfers: () => '/transfers',
  /** `page`: one of the account's pages; none for the profile. */
  account: (page?: string) => (page === undefined ? '/account' : `/account/${page}`),
  apiGuide: () => '/api-guide',
  project: (assetUid: string) => projectPath(assetUid),
  form: (assetUid: string) => projectPath(assetUid, '/form'),
  /** A version of the form beside the saved one. */
  comparison: (assetUid: string, from: string) => projectPath(assetUid, withQuery('/compare', { from, to: 'draft' })),
  versions: (assetUid: string) => projectPath(assetUid, '/form/versions'),
  /** `filter`: as the address of the table has it; empty for none. */
  submissions: (assetUid: string, filter = '') =>
    projectPath(assetUid, withQuery('/submissions', { filter: filter || undefined })),
  /** The exports of the server; `filter`: as in the table. */
  exports: (assetUid: string, filter = '') =>
    projectPath(assetUid, withQuery('/submissions/exports', { filter: filter || undefined })),
  /** How other programs read the submissions. */
  dataLinks: (assetUid: string) => projectPath(assetUid, '/submissions/exports/connect'),
  /** `search`: the table's view, with its filter and sort. */
  submission: (assetUid: string, submissionId: number, search = '') =>
    projectPath(assetUid, `/submissions/${submissionId}${search && `?${search}`}`),
  sharing: (assetUid: string) => projectPath(assetUid, '/sharing'),
  /** Sharing, with the form for adding people open. */
  addPeople: (assetUid: string) => projectPath(assetUid, '/sharing?add'),
  /** `page`: one of the pages of the settings; none for the general ones. */
  settings: (assetUid: string, page?: string) =>
    projectPath(assetUid, page === undefined ? '/settings' : `/settings/${page}`),
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
