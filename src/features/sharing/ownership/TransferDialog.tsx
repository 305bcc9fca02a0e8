import { Checkbox, TextInput } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { inviteOwner } from '#/api/kpi/ownership/mutations.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ownership.module.css'

interface TransferDialogProps {
  asset: Asset
  you: string
  onClose: () => void
}

/** Other projects that are offered to go along. */
const MAX_OTHERS = 100

/** Invites somebody to take over this project, and others of one's own. Says first what changes, and what can prevent it. */
export function TransferDialog({ asset, you, onClose }: TransferDialogProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [hasOthers, setHasOthers] = useState(false)
  const [others, setOthers] = useState<string[]>([])
  const name = username.trim()
  const uids = [asset.uid, ...(hasOthers ? others : [])]

  const own = useQuery({
    ...assetQueries.list({
      search: { text: '', status: 'all', owner: you },
      ordering: 'name',
      page: 1,
      pageSize: MAX_OTHERS,
    }),
    enabled: hasOthers,
    meta: { showsError: true },
  })
  const send = useMutation(inviteOwner())
  const invite = useMutation({
    meta: { showsError: true },
    /** Returns whether there is such an account. */
    mutationFn: async () => {
      const user = await client.query({ ...userQueries.byName(name), staleTime: 0 })
      if (!user) return false
      await send.mutateAsync({ recipient: user.username, assetUids: uids })
      return true
    },
  })
  const { error } = invite
  const problem =
    name === you
      ? t('transfer.yourself')
      : invite.data === false
        ? t('add.problem.unknown', { count: 1, names: name })
        : (error?.fields['recipient'] ?? null)

  return (
    <ConfirmDialog
      opened
      title={t('transfer.dialog', { count: uids.length })}
      hue="brick"
      confirmLabel={t('transfer.send')}
      confirmIcon={<IconArrowsExchange size={16} aria-hidden />}
      ready={name !== '' && name !== you}
      pending={invite.isPending}
      onClose={onClose}
      onConfirm={() => invite.mutate(undefined, { onSuccess: (isFound) => isFound && onClose() })}
    >
      <TextInput
        data-autofocus
        label={t('transfer.recipient')}
        description={t('transfer.recipientHelp')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={problem}
        value={username}
        onChange={({ currentTarget }) => {
          setUsername(currentTarget.value)
          invite.reset()
        }}
      />
      <ul className={classes.facts}>
        <li>{t('transfer.fact.nothingYet')}</li>
        <li>
          {asset.deployment__submission_count === null
            ? t('transfer.fact.takesAll')
            : t('transfer.fact.takes', { count: asset.deployment__submission_count })}
        </li>
        <li>{t('transfer.fact.keeps')}</li>
        <li>{t('transfer.fact.organization')}</li>
        <li>{t('transfer.fact.limits')}</li>
      </ul>
      <Checkbox
        label={t('transfer.others')}
        checked={hasOthers}
        onChange={({ currentTarget }) => setHasOthers(currentTarget.checked)}
      />
      {hasOthers && own.isPending && <p role="status">{t('transfer.loading')}</p>}
      {hasOthers && own.error && (
        <ErrorPanel kind={own.error.kind} message={own.error.message} onRetry={() => void own.refetch()} />
      )}
      {hasOthers && own.data && (
        <Checkbox.Group aria-label={t('transfer.others')} value={others} onChange={setOthers}>
          <div className={classes.others}>
            {own.data.results
              .filter(({ uid }) => uid !== asset.uid)
              .map(({ uid, name: project }) => (
                <Checkbox key={uid} value={uid} label={<bdi>{project}</bdi>} />
              ))}
          </div>
          {own.data.count > own.data.results.length && (
            <p className={classes.small}>{t('transfer.more', { shown: format.number(own.data.results.length) })}</p>
          )}
        </Checkbox.Group>
      )}
      {error && problem === null && (
        <ErrorPanel
          isChange
          kind={error.kind}
          title={t('transfer.failed.sent')}
          message={error.fields['assets'] ?? error.message}
        />
      )}
    </ConfirmDialog>
  )
}
