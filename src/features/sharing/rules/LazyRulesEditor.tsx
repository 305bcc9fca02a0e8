import { lazyPart } from '#/ui/lazy-part.tsx'

/** The editor of row rules, with the conditions of the table's filter. */
export const LazyRulesEditor = lazyPart(async () => (await import('./RulesEditor.tsx')).RulesEditor, {
  namespaces: ['submissions'],
})

/** A filter that only the table's filter has words for. */
export const LazyFilterText = lazyPart(async () => (await import('./FilterText.tsx')).FilterText, {
  namespaces: ['submissions'],
})
