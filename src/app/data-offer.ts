import { lazyPart } from '#/ui/lazy-part.tsx'

/** Offers the submissions of a project as a file. Loaded with the dialog that asks before deleting. */
export const DataOffer = lazyPart(async () => (await import('./SubmissionsOffer.tsx')).SubmissionsOffer, {
  namespaces: ['exporting', 'submissions', 'errors'],
})
