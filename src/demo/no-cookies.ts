/**
 * Stands in for `tough-cookie` in the page: msw keeps a cookie jar by it, a third of the demo's download, and KPI's API
 * is asked by key alone. See `resolve.alias` in vite.config.ts.
 */
export class CookieJar {
  getCookiesSync(): [] {
    return []
  }

  async setCookie(): Promise<void> {}
}

export class MemoryCookieStore {}

export class Cookie {
  static fromJSON(): null {
    return null
  }
}
