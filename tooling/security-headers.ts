/**
 * The headers that the app is served with: by `npm start`, in every story, and by the servers in deploy/, whose files are
 * tested against this one. See docs/decisions/007-headers.md.
 */
const contentSecurityPolicy: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // What is fetched with the key is shown as a blob.
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  // People may type the address of any server; without https, only one on their own machine.
  'connect-src': "'self' https: http://localhost:* http://127.0.0.1:*",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'fieldboard-worker', // src/lib/own-worker.ts
}

/** What the app never asks the browser for, nor anything that might find its way into it. */
const permissionsPolicy = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']

export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': inOneLine(contentSecurityPolicy),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Over https, besides. */
export const httpsHeaders: Record<string, string> = { 'Strict-Transport-Security': 'max-age=31536000' }

/** For what a KPI answers through a path of our origin: opened as a page, nothing in it runs or reaches the app. */
export const proxiedHeaders: Record<string, string> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

/** Names in hashed files tell versions apart; everything else is asked for again. */
export const caching = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' } as const

function inOneLine(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
