import type { Asset } from '#/api/kpi/assets/schema.ts'

/** When the form that collectors have was published. */
export const dateDeployed = ({
  deployed_versions: { results },
  deployed_version_id: uid,
  date_deployed: date,
}: Asset) => results.find((version) => version.uid === uid)?.date_deployed ?? date
