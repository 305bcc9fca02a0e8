/** The connection that opens the demo: the visitor is its user `demo`, who runs several projects. */
export const DEMO_CONNECTION = {
  kind: 'demo',
  /** An origin that can never exist (RFC 2606), so the demo cannot shadow a real server. */
  server: 'https://demo.kobo.invalid',
  username: 'demo',
  auth: { scheme: 'key', token: '5eed0f1e1db0a2d0de30c0ffee5eed0f1e1db0a2' },
} as const
