/** The connection to the demo: the visitor is its user `demo`, who owns several projects. */
export const DEMO_CONNECTION = {
  kind: 'demo',
  /** A host name that cannot exist (RFC 2606), so the demo never hides a real server. */
  server: 'https://demo.kobo.invalid',
  username: 'demo',
  auth: { scheme: 'key', token: '5eed0f1e1db0a2d0de30c0ffee5eed0f1e1db0a2' },
} as const
