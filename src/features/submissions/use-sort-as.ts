import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { questionsOf, withOthers } from '#/api/form/questions.ts'
import type { FormContent } from '#/api/form/schema.ts'
import type { SubmissionSort } from '#/api/submissions/queries.ts'
import { versionQueries } from '#/api/versions/queries.ts'
import type { SortAs } from './row-order.ts'
import { sortAs } from './sorting.ts'
import { isSystemKey } from './system-keys.ts'
import { contentsOf, type FormOfProject, formerVersions, MOST_VERSIONS } from './use-older-columns.ts'

/** How what rows are sorted by compares truly: as the form says, else the newest older version that knows of it. */
export function useSortAs(asset: FormOfProject, sort: SubmissionSort | null): SortAs {
  const { uid, content } = asset
  const field = sort?.field ?? '_id'
  const isOwn = useMemo(() => isSystemKey(field.split('.')[0] ?? '') || knows(content, field), [content, field])
  const versions = useMemo(() => (isOwn ? [] : formerVersions(asset).slice(0, MOST_VERSIONS)), [isOwn, asset])
  const contents = useQueries({
    queries: versions.map((version) => versionQueries.detail(uid, version)),
    combine: contentsOf,
  })
  return useMemo(
    () => sortAs([content, ...contents].find((form) => knows(form, field)) ?? content, field),
    [content, contents, field],
  )
}

const knows = (content: Pick<FormContent, 'survey'>, field: string) =>
  withOthers(questionsOf(content)).some(
    ({ path, groups }) => path === field || groups.some((group) => group.isRepeat && group.path === field),
  )
