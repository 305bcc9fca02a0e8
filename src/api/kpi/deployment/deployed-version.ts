import type { Asset } from '#/api/kpi/assets/schema.ts'

/** When the deployed version was published: ISO 8601 in UTC, `null` for a draft. */
export const dateDeployedOf = ({
  deployed_versions: { results },
  deployed_version_id: uid,
  date_deployed: date,
}: Asset) => results.find((version) => version.uid === uid)?.date_deployed ?? date
