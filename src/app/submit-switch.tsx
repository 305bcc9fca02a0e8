import { lazyPart } from '#/ui/lazy-part.tsx'

/** The switch of sharing, beside the links of a deployment. */
export const SubmitSwitch = lazyPart(
  async () => (await import('#/features/sharing/public/SubmitSwitch.tsx')).SubmitSwitch,
  { namespaces: ['sharing', 'errors'] },
)
