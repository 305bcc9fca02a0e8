const projectPath = (assetUid: string, page = '') => `/projects/${encodeURIComponent(assetUid.toWellFormed())}${page}`

/** The one builder of links. Paths inside the hash router. */
export const paths = {
  connect: (next?: string) =>
    next === undefined || next === '/' ? '/connect' : `/connect?${new URLSearchParams({ next })}`,
  home: () => '/',
  demo: () => '/demo',
  changeConnection: () => '/change-connection',
  projects: () => '/projects',
  imports: () => '/imports',
  project: (assetUid: string) => projectPath(assetUid),
  form: (assetUid: string) => projectPath(assetUid, '/form'),
  submissions: (assetUid: string) => projectPath(assetUid, '/submissions'),
  sharing: (assetUid: string) => projectPath(assetUid, '/sharing'),
  settings: (assetUid: string) => projectPath(assetUid, '/settings'),
}
