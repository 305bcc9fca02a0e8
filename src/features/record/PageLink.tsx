import { ActionIcon } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { Row } from '#/dataset/model/row.ts'
import { type SubmissionEntryState, useSubmissionHref } from './submission-links.ts'

interface PageLinkProps {
  id: number
  rows: readonly Row[] | null
}

/** The link from the side panel to the submission's own page, also by Alt+Enter. The page gets the same rows. */
export function PageLink({ id, rows }: PageLinkProps) {
  const { t } = useDisplay()
  const navigate = useNavigate()
  const href = useSubmissionHref()?.(id)
  const ids = rows?.map(({ _id }) => _id) ?? []
  const state = { ids } satisfies SubmissionEntryState
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'Enter' || !event.altKey || href === undefined) return
    event.preventDefault()
    void navigate(href, { state })
  })
  if (href === undefined) return null
  return (
    <ActionIcon
      component={Link}
      to={href}
      state={state}
      variant="subtle"
      color="gray"
      aria-label={t('panel.toPage')}
      title={t('panel.toPage')}
      aria-keyshortcuts="Alt+Enter"
    >
      <IconArrowsDiagonal size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
