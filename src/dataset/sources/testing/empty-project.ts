import type { KpiDataset } from '#/dataset/sources/kpi/kpi-source.ts'

/** A project without questions whose rows its reader may validate, for tests. */
export const EMPTY_PROJECT: KpiDataset = {
  uid: 'a1',
  name: 'Empty',
  content: { survey: [], choices: [], translations: null },
  deployed_versions: { count: 0, results: [] },
  version__content_hash: '',
  permissions: [],
  effective_permissions: [{ codename: 'validate_submissions' }],
}
