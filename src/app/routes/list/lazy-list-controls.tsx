import { type ComponentType, lazy } from 'react'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import type { ListControlsProps } from './ListControls.tsx'

async function loadControls(): Promise<ComponentType<ListControlsProps>> {
  const [{ ListControls }] = await Promise.all([import('./ListControls.tsx'), loadNamespaces('project-list')])
  return ListControls
}

/** {@link ListControls}. The list can do without them: where they cannot be loaded, there are none. */
export const LazyListControls = lazy(async () => ({
  default: await loadControls().catch((): ComponentType<ListControlsProps> => () => null),
}))
