import type { Asset } from '#/api/assets/schema.ts'

/** What can be done with a project's deployment now. */
export function DeploymentActions({ asset }: { asset: Asset }) {
  return <span data-asset={asset.uid} />
}
