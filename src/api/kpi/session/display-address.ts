/** The address of a server for display: without the scheme, with the path if there is one. */
export function displayAddress(server: string): string {
  const { host, pathname } = new URL(server)
  return host + (pathname === '/' ? '' : pathname)
}
