/**
 * Whether a link can be opened: a page of the web or of this app. Other schemes, such as `javascript:`, are not safe. In
 * the extension the app's own pages have a scheme of their own.
 */
export const isWebAddress = (url: string) =>
  /^https?:\/\//i.test(url) || (typeof location !== 'undefined' && url.startsWith(`${location.origin}/`))
