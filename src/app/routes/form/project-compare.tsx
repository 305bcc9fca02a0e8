import { lazyPart } from '#/ui/lazy-part.tsx'

/** In a chunk of its own: what is in this module counts for the first page, as every route does. */
const ComparePage = lazyPart(async () => (await import('./ComparePage.tsx')).ComparePage, {
  namespaces: ['compare', 'submissions', 'bulk'],
})

export const Component = () => <ComparePage />
