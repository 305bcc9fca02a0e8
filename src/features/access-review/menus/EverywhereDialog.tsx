import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { type Review } from '#/features/access-review/model/review.ts'
import {
  removeEverywhere,
  replacePerson,
  type RequestedAccess,
  type RequestedList,
} from '#/features/access-review/plan/plan.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ListPicker } from '#/ui/ListPicker.tsx'
import { Note } from '#/ui/feedback/Note.tsx'

interface EverywhereDialogProps {
  kind: 'remove' | 'replace'
  review: Review
  username: string
  onRequest: (requested: readonly RequestedAccess[]) => void
  onClose: () => void
}

/** Plans the removal of a person from all projects, or that another one takes their place. Says before what is not possible. */
export function EverywhereDialog({ kind, review, username, onRequest, onClose }: EverywhereDialogProps) {
  const { t } = useTranslation(['access', 'errors'])
  const [coming, setComing] = useState<string | null>(null)
  const isKnown = coming !== null && review.people.some((person) => person.username === coming)
  // Somebody who has no access to any project yet: the server knows the account.
  const account = useQuery({ ...userQueries.byName(coming ?? ''), enabled: coming !== null && !isKnown })
  const isUnknown = coming !== null && !isKnown && account.data === null
  const isReady = kind === 'remove' || (coming !== null && (isKnown || Boolean(account.data)))
  const name = account.data?.username ?? coming
  const list =
    kind === 'remove'
      ? removeEverywhere(review, username)
      : name !== null && isReady
        ? replacePerson(review, username, name)
        : null
  const problem = isUnknown
    ? t('access:everywhere.unknown', { name: coming })
    : account.isError && coming !== null && !isKnown
      ? t(`errors:${account.error.kind}.title`)
      : undefined

  return (
    <ConfirmDialog
      opened
      title={t(`access:everywhere.${kind}.title`, { name: username })}
      confirmLabel={t('access:everywhere.confirm', { count: list?.requested.length ?? 0 })}
      ready={list !== null && list.requested.length > 0}
      pending={account.isFetching && !isKnown && coming !== null}
      onConfirm={() => {
        if (list) onRequest(list.requested)
        onClose()
      }}
      onClose={onClose}
    >
      <p>{t(`access:everywhere.${kind}.text`, { name: username })}</p>
      {kind === 'replace' && (
        <ListPicker
          label={t('access:everywhere.by')}
          takesFocus
          options={review.people
            .filter((person) => person.username !== username)
            .map((person) => ({ value: person.username, label: person.username }))}
          selected={coming === null ? [] : [coming]}
          error={problem}
          nothingFound={t('access:everywhere.nothing')}
          onPick={(value) => setComing(value === coming ? null : value)}
          onAdd={setComing}
        />
      )}
      {list && <Impossible list={list} />}
    </ConfirmDialog>
  )
}

/** The projects that are left out, and why. */
export function Impossible({ list: { impossible } }: { list: RequestedList }) {
  const { t } = useTranslation('access')
  const format = useFormat()
  const kinds = [...new Set(impossible.map(({ obstacle }) => obstacle))]
  return kinds.map((kind) => {
    const projects = impossible.flatMap(({ project, obstacle }) => (obstacle === kind ? [project.name] : []))
    const named = projects.slice(0, 5)
    const rest = projects.length - named.length
    return (
      <Note
        key={kind}
        hue="ochre"
        icon={IconAlertTriangle}
        title={t(`everywhere.impossible.${kind}`, { count: projects.length })}
      >
        <p>{format.list(rest > 0 ? [...named, t('everywhere.others', { count: rest })] : named)}</p>
      </Note>
    )
  })
}
