import type { Group } from './fact.ts'
import { appProjects } from './facts/app/projects.ts'
import { appReading } from './facts/app/reading.ts'
import { appWriting } from './facts/app/writing.ts'
import { account } from './facts/other/account.ts'
import { ownAccount } from './facts/other/own-account.ts'
import { exportSettings } from './facts/other/export-settings.ts'
import { exports } from './facts/other/exports.ts'
import { history } from './facts/other/history.ts'
import { files } from './facts/other/media-files.ts'
import { hooks } from './facts/other/rest-services.ts'
import { shapes } from './facts/other/shapes.ts'
import { snapshots } from './facts/other/snapshots.ts'
import { transfers } from './facts/other/transfers.ts'
import { access } from './facts/people/access.ts'
import { partialPermissionEffects } from './facts/people/partial-permission-effects.ts'
import { partialPermissionFilters } from './facts/people/partial-permission-filters.ts'
import { permissions } from './facts/people/permissions.ts'
import { publicAccess } from './facts/people/public-access.ts'
import { content } from './facts/projects/content.ts'
import { copies } from './facts/projects/copies.ts'
import { deployment } from './facts/projects/deployment.ts'
import { importErrors } from './facts/projects/import-errors.ts'
import { imports } from './facts/projects/imports.ts'
import { projectList } from './facts/projects/list.ts'
import { projectSearch } from './facts/projects/search.ts'
import { settings } from './facts/projects/settings.ts'
import { versions } from './facts/projects/versions.ts'
import { requests } from './facts/requests/requests.ts'
import { signIn } from './facts/requests/sign-in.ts'
import { fields } from './facts/rows/fields.ts'
import { operators } from './facts/rows/operators.ts'
import { paging } from './facts/rows/paging.ts'
import { queryLimits } from './facts/rows/query-limits.ts'
import { values } from './facts/rows/values.ts'
import { archived } from './facts/writes/archived.ts'
import { duplicatingAndDeleting } from './facts/writes/duplicating-and-deleting.ts'
import { editingParts } from './facts/writes/editing-parts.ts'
import { editing } from './facts/writes/editing.ts'
import { filesOfRows } from './facts/writes/files-of-rows.ts'
import { statuses } from './facts/writes/statuses.ts'
import { submitting } from './facts/writes/submitting.ts'

/** All facts, in the order in which they are tested: those that only read come first. */
export const groups: readonly Group[] = [
  signIn,
  requests,
  projectSearch,
  projectList,
  settings,
  content,
  copies,
  deployment,
  versions,
  imports,
  importErrors,
  permissions,
  access,
  publicAccess,
  partialPermissionFilters,
  partialPermissionEffects,
  operators,
  queryLimits,
  paging,
  fields,
  values,
  submitting,
  archived,
  statuses,
  editing,
  editingParts,
  duplicatingAndDeleting,
  filesOfRows,
  appReading,
  appWriting,
  appProjects,
  shapes,
  exports,
  exportSettings,
  files,
  hooks,
  history,
  transfers,
  snapshots,
  account,
  ownAccount,
]
