/**
 * The security headers of the app: used by `npm start`, in every story, and by the servers in deploy/, whose files are
 * compared with this one. See docs/decisions/007-headers.md.
 */
const contentSecurityPolicy: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Attachments are fetched with the API key and shown as blobs.
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  // Users can enter the address of any server; without https only one on their own machine.
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

/** Browser features that the app does not use. */
const permissionsPolicy = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']

export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': inOneLine(contentSecurityPolicy),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const POLICY = 'Content-Security-Policy'

/**
 * The policy of one file: the worker that checks forms exactly runs WebAssembly. It reaches this site alone, and no page
 * runs it as a script of its own.
 */
const exactCheckPolicy = inOneLine({
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
})

/** The path of that file, in the build and below any folder, as a regular expression of nginx, Caddy and JavaScript. */
export const EXACT_CHECK_WORKER = String.raw`/assets/exact-check\.worker-[^/]+\.js$`

/** The policies by the file that they are for. */
export const policies = { exactCheck: exactCheckPolicy, other: securityHeaders[POLICY] ?? '' } as const

/** The security headers of a file of the build, by its path with the first slash. */
export const headersOf = (path: string): Record<string, string> =>
  new RegExp(EXACT_CHECK_WORKER).test(path) ? { ...securityHeaders, [POLICY]: policies.exactCheck } : securityHeaders

/** Additional headers over https. */
export const httpsHeaders: Record<string, string> = { 'Strict-Transport-Security': 'max-age=31536000' }

/** Headers for responses of a proxied KPI: opened as a page, they cannot run scripts or reach the app. */
export const proxiedHeaders: Record<string, string> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

/** Files with a hash in the name never change; all others are revalidated. */
export const caching = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' } as const

function inOneLine(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
