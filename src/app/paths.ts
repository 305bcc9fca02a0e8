/** The one builder of links. Paths inside the hash router. */
export const paths = {
  connect: (next?: string) =>
    next === undefined || next === '/' ? '/connect' : `/connect?${new URLSearchParams({ next })}`,
  demo: () => '/demo',
  projects: () => '/projects',
  imports: () => '/imports',
  project: (assetUid: string) => `/projects/${assetUid}`,
  form: (assetUid: string) => `/projects/${assetUid}/form`,
  submissions: (assetUid: string) => `/projects/${assetUid}/submissions`,
  sharing: (assetUid: string) => `/projects/${assetUid}/sharing`,
  settings: (assetUid: string) => `/projects/${assetUid}/settings`,
}
