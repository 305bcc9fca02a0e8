import type { Namespace } from 'i18next'
import type { LazyRouteFunction, RouteObject } from 'react-router'
import { i18n } from '#/i18n/i18n.ts'

/** A route's module and the words it speaks, loaded side by side on the first visit. */
export function page(load: () => ReturnType<LazyRouteFunction<RouteObject>>, ...namespaces: Namespace[]) {
  const lazy: LazyRouteFunction<RouteObject> = async () => {
    const [module] = await Promise.all([load(), i18n.loadNamespaces(namespaces.flat() as string[])])
    return module
  }
  return lazy
}
