/** Browsers by the names of ua-parser, which KPI writes into its logs. The first that matches counts. */
const BROWSERS: [name: string, pattern: RegExp][] = [
  ['Edge Mobile', /\bEdgA\/|\bEdgiOS\//],
  ['Edge', /\bEdg\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox iOS', /\bFxiOS\//],
  ['Firefox Mobile', /\bMobile.*Firefox\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome Mobile iOS', /\bCriOS\//],
  ['Chrome Mobile', /\bChrome\/.*\bMobile\b/],
  ['Chrome', /\bChrome\/|\bHeadlessChrome\//],
  ['Mobile Safari', /\bMobile\/.*Safari\//],
  ['Safari', /\bSafari\//],
]

const SYSTEMS: [name: string, pattern: RegExp][] = [
  ['iOS', /\biP(?:hone|ad|od)\b/],
  ['Android', /\bAndroid\b/],
  ['Chrome OS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['Mac OS X', /\bMac OS X\b/],
  ['Ubuntu', /\bUbuntu\b/],
  ['Linux', /\bLinux\b/],
]

const firstMatch = (names: typeof BROWSERS, userAgent: string) =>
  names.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'Other'

/**
 * A browser and its system as KPI's logs name them: "Firefox (Windows)". KPI uses ua-parser; this knows the usual
 * browsers only.
 */
export const logSourceOf = (userAgent: string) =>
  userAgent === ''
    ? 'No information available'
    : `${firstMatch(BROWSERS, userAgent)} (${firstMatch(SYSTEMS, userAgent)})`
