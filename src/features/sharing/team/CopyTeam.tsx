import { Radio } from '@mantine/core'
import { IconInfoCircle, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { type Person, toPeople } from '#/api/kpi/permissions/people.ts'
import { newSharingJob } from '#/features/sharing/job/sharing-job.ts'
import { useSharingJobControl } from '#/features/sharing/job/use-sharing-job.ts'
import { Name } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ListPicker } from '#/ui/ListPicker.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { TeamDifference } from './TeamDifference.tsx'
import { type CopyMode, planTeam } from './team-changes.ts'

interface CopyTeamProps {
  asset: Asset
  /** Everybody but the owner, as it is shown. */
  people: readonly Person[]
  you: string
  onClose: () => void
}

/**
 * Copies the people of another project, after the difference was shown. Not by the server's `clone/`, which replaces
 * everybody's access at once, also what others changed meanwhile [0660].
 */
export function CopyTeam({ asset, people, you, onClose }: CopyTeamProps) {
  const { t } = useTranslation('sharing')
  const [uid, setUid] = useState<string | null>(null)
  const [mode, setMode] = useState<CopyMode>('add')
  const jobs = useSharingJobControl(asset.uid)
  const names = useQuery(assetQueries.names())
  const found = useQuery({
    ...assetQueries.list({ search: { text: uid ?? '', status: 'all' }, ordering: 'name', page: 1, pageSize: 10 }),
    enabled: uid !== null,
    meta: { showsError: true },
  })
  const source = uid === null ? undefined : found.data?.results.find((project) => project.uid === uid)
  const team = source ? toPeople(source.permissions) : []
  const canSeeTeam =
    source?.owner__username === you || team.some(({ username, held }) => username === you && held.has('manage_asset'))
  const except = [asset.owner__username, source?.owner__username ?? '', you]
  const plan = source && canSeeTeam ? planTeam(team, people, { mode, except }) : null
  const count = plan?.changes.length ?? 0
  const error = names.error ?? found.error

  return (
    <ConfirmDialog
      opened
      title={t('team.title')}
      hue={mode === 'same' ? 'brick' : 'petrol'}
      confirmLabel={count > 0 ? t('team.confirm', { count }) : t('team.nothing')}
      confirmIcon={<IconUsers size={16} aria-hidden />}
      ready={count > 0}
      onClose={onClose}
      onConfirm={() => {
        if (!plan) return
        jobs.run(newSharingJob('copy', new Map(plan.changes.map(({ username, ...change }) => [username, change]))))
        onClose()
      }}
    >
      {source ? (
        <p>
          <Trans t={t} i18nKey="team.from" components={{ project: <bdi>{source.name}</bdi> }} />
        </p>
      ) : (
        <ListPicker
          label={t('team.project')}
          placeholder={t('team.choose')}
          options={(names.data ?? [])
            .filter((one) => one.uid !== asset.uid)
            .map((one) => ({ value: one.uid, label: one.name }))}
          nothingFound={t(names.isPending ? 'team.loading' : 'team.noProject')}
          takesFocus
          onPick={setUid}
        />
      )}
      {uid !== null && found.isFetching && <p role="status">{t('team.loading')}</p>}
      {error && <ErrorPanel kind={error.kind} message={error.message} />}
      {source && !canSeeTeam && (
        <Note hue="ochre" icon={IconInfoCircle}>
          <p>
            <Trans t={t} i18nKey="team.hidden" components={{ owner: <Name>{source.owner__username}</Name> }} />
          </p>
        </Note>
      )}
      {source && plan && (
        <>
          <Radio.Group
            label={t('team.mode')}
            value={mode}
            onChange={(value) => setMode(value === 'same' ? 'same' : 'add')}
          >
            <div className={classes.ruleRows}>
              <Radio value="add" label={t('team.add')} />
              <Radio value="same" label={t('team.same')} />
            </div>
          </Radio.Group>
          <TeamDifference plan={plan} content={asset.content} />
          <p className={classes.small}>{t('team.notCopied')}</p>
        </>
      )}
    </ConfirmDialog>
  )
}
