import type { Asset } from '#/api/kpi/assets/schema.ts'
import { hasNewerVersion, unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import type { AssetFile } from '#/api/kpi/files/schema.ts'
import type { RunningFile, RunningForm } from '#/api/kpi/open-rosa/schema.ts'

/** A difference between the media files of a project and those that devices get. */
interface FileChange {
  filename: string
  change: 'added' | 'removed' | 'replaced'
}

/** What the running form is compared with, as far as it could be read: `null` where it could not. */
export interface Running {
  form: Pick<RunningForm, 'title'> | null
  /** The files of the running form, and those of the project. */
  files: { running: readonly RunningFile[]; saved: readonly Pick<AssetFile, 'metadata'>[] } | null
}

/** What a redeploy would publish. */
export interface Unpublished {
  questions: boolean
  /** The name that collectors see; its text is `null` where it could not be read. */
  formerName: { text: string | null } | null
  files: FileChange[]
  /** What could not be compared, so that it may be unpublished. */
  unread: ('name' | 'files')[]
}

type Versions = Pick<
  Asset,
  'name' | 'version_id' | 'deployed_version_id' | 'version__content_hash' | 'deployed_versions'
>

/** Compares a project with its running form: versions by KPI's hash, the name and the files by what devices get. */
export function unpublishedOf(asset: Versions, { form, files }: Running): Unpublished {
  const changes = unpublishedChanges(asset)
  return {
    questions: changes === 'questions',
    formerName: formerNameOf(asset, form),
    files: files ? fileChanges(files.running, files.saved) : [],
    unread: [
      // Each rename makes a version [0540]: without a newer one, the name is the running one.
      ...(form === null && changes === 'questions' ? (['name'] as const) : []),
      ...(files === null ? (['files'] as const) : []),
    ],
  }
}

/** Whether a redeploy would change nothing for collectors, for certain. */
export const isAllPublished = ({ questions, formerName, files, unread }: Unpublished) =>
  !questions && formerName === null && files.length === 0 && unread.length === 0

function formerNameOf(asset: Versions, form: Running['form']): Unpublished['formerName'] {
  if (!hasNewerVersion(asset)) return null
  if (form) return isSameText(form.title, asset.name) ? null : { text: form.title }
  return unpublishedChanges(asset) === 'name' ? { text: null } : null
}

/** XForms collapse white space. */
const isSameText = (one: string, other: string) => collapse(one) === collapse(other)
const collapse = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Files by name and hash, which are the same on both sides [2285]; of addresses only the name is compared. Devices also get
 * an XML file for each connected project, which is no media file, so that one more of those means nothing (NOTES, Connected projects).
 */
function fileChanges(running: readonly RunningFile[], saved: readonly Pick<AssetFile, 'metadata'>[]): FileChange[] {
  const published = new Map(running.map(({ filename, hash }) => [filename, hash]))
  const kept = new Set(saved.map(({ metadata }) => metadata.filename))
  const ofSaved = saved.flatMap(({ metadata: { filename, hash, redirect_url: url } }): FileChange[] => {
    const publishedHash = published.get(filename)
    if (publishedHash === undefined) return [{ filename, change: 'added' }]
    const isSame = url !== undefined || hash === undefined || hash === publishedHash
    return isSame ? [] : [{ filename, change: 'replaced' }]
  })
  const removed = running
    .filter(({ filename }) => !kept.has(filename) && !/\.xml$/i.test(filename))
    .map(({ filename }): FileChange => ({ filename, change: 'removed' }))
  return [...ofSaved, ...removed]
}
