/**
 * Replaces `tough-cookie`, msw's cookie jar, in the page. The demo authenticates by API key only, and the package would
 * be a third of the demo's download. See `resolve.alias` in vite.config.ts.
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
