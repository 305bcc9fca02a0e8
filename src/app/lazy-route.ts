import type { FlatNamespace } from 'i18next'
import type { LazyRouteFunction, RouteObject } from 'react-router'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'

/** Loads a route's module and its namespaces in parallel. */
export function lazyRoute(load: () => ReturnType<LazyRouteFunction<RouteObject>>, ...namespaces: FlatNamespace[]) {
  const lazy: LazyRouteFunction<RouteObject> = async () => {
    const [module] = await Promise.all([load(), loadNamespaces(...namespaces)])
    return module
  }
  return lazy
}
