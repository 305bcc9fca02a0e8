import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Form, withOtherQuestions } from '#/dataset/model/form.ts'
import { sortAs, sortLabels, type SortOrder } from '#/dataset/model/sort.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import type { RowSource } from '#/dataset/sources/source.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { formsOf, MAX_VERSIONS } from './use-version-columns.ts'

const NO_VERSIONS: readonly string[] = []

/** How the sorted column compares: as the form says, else the newest earlier version that has it. */
export function useSortOrder(
  { form, versions }: RowSource,
  { sort, language }: Pick<DatasetQuery, 'sort' | 'language'>,
): Required<SortOrder> {
  const locale = useLocale()
  const field = sort?.field ?? '_id'
  const isOwn = useMemo(() => isSystemKey(field.split('.')[0] ?? '') || hasField(form, field), [form, field])
  const former = isOwn ? NO_VERSIONS : (versions?.former.slice(0, MAX_VERSIONS) ?? NO_VERSIONS)
  const forms = useQueries({
    queries: versions ? former.map((version) => versions.form(version)) : [],
    combine: formsOf,
  })
  return useMemo(() => {
    const own = [form, ...forms].find((each) => hasField(each, field)) ?? form
    return { as: sortAs(own, field), labels: sortLabels(own, field, language), locale }
  }, [form, forms, field, language, locale])
}

const hasField = ({ questions }: Form, field: string) =>
  withOtherQuestions(questions).some(
    ({ path, groups }) => path === field || groups.some((group) => group.isRepeat && group.path === field),
  )
