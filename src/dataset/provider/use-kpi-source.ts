import { useMemo } from 'react'
import { type KpiDataset, kpiSource } from '#/dataset/sources/kpi/kpi-source.ts'
import type { RowSource } from '#/dataset/sources/source.ts'

/** The submissions of a project as a source: the same one until something that it needs of the project changes. */
export function useKpiSource(asset: KpiDataset): RowSource {
  const { uid, name, content, analysis_form_json, deployed_versions, version__content_hash } = asset
  const { permissions, effective_permissions } = asset
  return useMemo(
    () =>
      kpiSource({
        uid,
        name,
        content,
        analysis_form_json,
        deployed_versions,
        version__content_hash,
        permissions,
        effective_permissions,
      }),
    [
      uid,
      name,
      content,
      analysis_form_json,
      deployed_versions,
      version__content_hash,
      permissions,
      effective_permissions,
    ],
  )
}
