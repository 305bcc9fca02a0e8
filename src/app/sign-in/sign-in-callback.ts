/**
 * The parameters of the server's redirect after a sign-in. They are removed from the address before anything else, so that
 * the code is neither in the history nor in a referrer.
 */
export function takeSignInCallback(): URLSearchParams | undefined {
  const callback = new URLSearchParams(location.search)
  if (!callback.has('state') || !(callback.has('code') || callback.has('error'))) return undefined
  history.replaceState(null, '', location.pathname + location.hash)
  return callback
}
