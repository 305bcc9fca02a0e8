/**
 * What the server's page answered, where it led back here. Taken out of the address bar before anything else: a code
 * must not stay in the history, or go where the address goes.
 */
export function takeAnswer(): URLSearchParams | undefined {
  const answer = new URLSearchParams(location.search)
  if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return undefined
  history.replaceState(null, '', location.pathname + location.hash)
  return answer
}
