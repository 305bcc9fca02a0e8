import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { accessQueries } from '#/api/kpi/access/queries.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { reviewOf } from './model/review.ts'

/** Loads all projects with their permissions, page after page. Can be stopped and resumed. */
export function useReview(you: string) {
  const locale = useLocale()
  const [isStopped, setStopped] = useState(false)
  const query = useInfiniteQuery(accessQueries.projects())
  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = query
  const goesOn = hasNextPage && !isFetching && !isError && !isStopped
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])

  const projects = useMemo(() => data?.pages.flatMap(({ results }) => results) ?? [], [data])
  const isLoading = !isStopped && (hasNextPage || data === undefined) && !isError
  // Not for each page: the matrix is drawn once all have come.
  const review = useMemo(() => reviewOf(isLoading ? [] : projects, you, locale), [isLoading, projects, you, locale])
  const unreadable = useMemo(() => data?.pages.flatMap((page) => page.unreadable) ?? [], [data])
  const total = data?.pages.at(-1)?.count ?? null
  return {
    review,
    unreadable,
    /** Projects that were read, and all that there are; `null` while that is not known. */
    loaded: projects.length + unreadable.length,
    total,
    loadedAt: data?.pages[0]?.loadedAt ?? null,
    isComplete: data !== undefined && !hasNextPage,
    /** The first page has not come yet. */
    isEmpty: data === undefined,
    isLoading,
    /** Everything is read again, while the former state is shown. */
    isRefreshing: isFetching && !query.isFetchingNextPage && data !== undefined,
    error: isError ? query.error : null,
    stop: () => setStopped(true),
    resume: () => {
      setStopped(false)
      if (data === undefined) void refetch()
      else void fetchNextPage()
    },
    refresh: () => void refetch(),
  }
}
