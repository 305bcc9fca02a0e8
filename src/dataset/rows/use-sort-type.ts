import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { questionsOf, withOthers } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import type { SortAs } from '#/dataset/model/sort-keys.ts'
import { sortAs } from '#/dataset/model/sort.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'
import { contentsOf, formerVersions, type FormOfProject, MOST_VERSIONS } from './use-version-columns.ts'

/** How what rows are sorted by compares truly: as the form says, else the newest older version that knows of it. */
export function useSortType(asset: FormOfProject, sort: SubmissionSort | null): SortAs {
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
