import type { Params } from 'react-router'

/** KPI's identifiers. Anything else in an address could lead a request to another path of the server. */
const IDENTIFIER = /^\w+$/

/** Route parameters that the route's path guarantees. Throws if a component is used under another route. */
export function requireParams<Name extends string>(params: Params, ...names: Name[]): Record<Name, string> {
  const missing = names.find((name) => !params[name])
  if (missing) throw new Error(`Route has no :${missing}`)
  if (names.some((name) => !IDENTIFIER.test(params[name] ?? ''))) throw new Response(null, { status: 404 })
  return params as Record<Name, string>
}

/** The `?page=` of an address, counting from 1. */
export const pageParamOf = (search: URLSearchParams) => Math.max(1, Math.trunc(Number(search.get('page'))) || 1)

/** The path that a parameter of an address leads to: one of this app, never another site. */
export function localPath(search: URLSearchParams, name: string): string | undefined {
  const path = search.get(name)
  return path !== null && /^\/(?![/\\])/.test(path) ? path : undefined
}

/** A parameter of an address that takes one of a few values; the first is the default. */
export function oneOf<Value extends string>(
  search: URLSearchParams,
  name: string,
  values: readonly [Value, ...Value[]],
) {
  return values.find((value) => value === search.get(name)) ?? values[0]
}
