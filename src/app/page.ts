import type { FlatNamespace } from 'i18next'
import type { LazyRouteFunction, RouteObject } from 'react-router'
import { loadNamespaces } from '#/i18n/load-words.ts'

/** A route's module and the words it speaks, loaded side by side on the first visit. */
export function page(load: () => ReturnType<LazyRouteFunction<RouteObject>>, ...words: FlatNamespace[]) {
  const lazy: LazyRouteFunction<RouteObject> = async () => {
    const [module] = await Promise.all([load(), loadNamespaces(...words)])
    return module
  }
  return lazy
}
