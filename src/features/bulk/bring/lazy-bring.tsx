import { lazyPart } from '#/ui/lazy-part.tsx'

/** Asks which answers to bring along to the new names of their questions and choices. */
export const LazyBringAnswers = lazyPart(async () => (await import('./BringAnswers.tsx')).BringAnswers, {
  namespaces: ['bulk', 'compare'],
})
