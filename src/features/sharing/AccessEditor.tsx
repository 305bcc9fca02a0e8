import { Button } from '@mantine/core'
import { IconAlertTriangle, IconEyeOff, IconFilterOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSameSet, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { type Access, isSameAccess, type Person } from '#/api/kpi/permissions/people.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { codenamesOf, roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { AccessConflict } from './AccessConflict.tsx'
import { AccessDiffers } from './AccessDiffers.tsx'
import { PermissionBoxes } from './PermissionBoxes.tsx'
import { describeChange } from './describe-change.ts'
import classes from './sharing.module.css'
import { usePhrases } from './use-phrases.ts'
import { Sentence } from './words.tsx'

interface AccessEditorProps {
  assetUid: string
  /** The person as they were when the change was begun. */
  decidedOn: Person
  /** As they are on the server by the last reading; `undefined`: without access. */
  now: Person | undefined
  choice: RoleOrCustom
  isYourself: boolean
  /** Somebody else was faster: start from how it is now. */
  onReconsider: () => void
  onCancel: () => void
  /** `isRead`: the list that was read afterwards shows it. */
  onSaved: (isRead: boolean) => void
}

/** A change of access before it is saved: which permissions, and in sentences what that gives and takes. */
export function AccessEditor({ assetUid, decidedOn, now, choice, ...props }: AccessEditorProps) {
  const { t } = useTranslation(['sharing', 'common', 'errors'])
  const [ticked, setTicked] = useState(decidedOn.held)
  const labelId = useId()
  const change = useMutation(changeAccess(assetUid))
  const list = useQuery({ ...permissionQueries.list(assetUid), enabled: false })
  const { username } = decidedOn

  // After a refusal half-way the choice stands, and goes on from what the server holds by then.
  const wasRefused = change.error !== null && change.error.kind !== 'conflict'
  const from = wasRefused && now ? now : decidedOn
  const to = choice === 'custom' ? withImplied(ticked) : codenamesOf(choice)
  const isOvertaken = !change.isPending && !change.isSuccess && (!now || !isSameAccess(from, now))
  const isNothing = isSameSet(from.held, to)
  const difference = change.data?.state === 'differs' ? change.data.difference : null
  // After a refusal the list may have been read again, or not.
  const isListRead = list.isSuccess && !list.isFetching && list.dataUpdatedAt >= change.submittedAt
  useUnsaved(!isNothing)

  const save = (before: Access) =>
    change.mutate(
      { username, from: before, to },
      { onSuccess: ({ state }) => state !== 'differs' && props.onSaved(state === 'as-chosen') },
    )

  const reconsider = () => {
    change.reset()
    if (now) setTicked(now.held)
    props.onReconsider()
  }

  return (
    <div className={classes.editor} role="group" aria-labelledby={labelId}>
      <span id={labelId} hidden>
        <Sentence of="change.label" name={username} />
      </span>
      {choice === 'custom' && (
        <PermissionBoxes ticked={ticked} isLimited={decidedOn.held.has('partial_submissions')} onChange={setTicked} />
      )}
      <div role="status" className={classes.consequences}>
        <Consequences from={from} to={to} choice={choice} username={username} isYourself={props.isYourself} />
      </div>
      {isOvertaken && <Overtaken username={username} isGone={!now} onAgain={reconsider} />}
      {change.error && !isOvertaken && (
        <ErrorPanel
          kind={change.error.kind}
          title={t('change.failed')}
          explanation={`${t(`errors:${change.error.kind}.title`)}. ${t(isListRead ? 'sharing:change.partly' : 'sharing:change.unread')}`}
          words={change.error.message}
        />
      )}
      {difference && (
        <AccessDiffers
          difference={difference}
          isPending={change.isPending}
          onFinish={() => save(difference.now)}
          onKeep={props.onCancel}
        />
      )}
      {!difference && (
        <div className={classes.editorActions}>
          <Button variant="default" disabled={change.isPending} onClick={props.onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button
            loading={change.isPending}
            disabled={isOvertaken || isNothing || to.size === 0}
            onClick={() => save(from)}
          >
            {t('common:action.save')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface ConsequencesProps {
  from: Person
  to: ReturnType<typeof codenamesOf>
  choice: RoleOrCustom
  username: string
  isYourself: boolean
}

function Consequences({ from, to, choice, username: name, isYourself }: ConsequencesProps) {
  const { t } = useTranslation('sharing')
  const phrases = usePhrases()
  const { gains, loses, limits } = describeChange(from, to)
  const role = roleOf(to)

  if (to.size === 0) return <p>{t('change.tickOne')}</p>
  return (
    <>
      {gains.length > 0 && (
        <p>
          <Sentence of="change.gains" name={name} what={phrases.all(gains)} />
        </p>
      )}
      {loses.length > 0 && (
        <p>
          <Sentence of="change.loses" name={name} what={phrases.any(loses)} />
        </p>
      )}
      {isSameSet(from.held, to) && (
        <p>
          <Sentence of="change.nothing" name={name} />
        </p>
      )}
      {choice === 'custom' && role !== 'custom' && <p>{t('change.sameAsRole', { role: t(`role.${role}`) })}</p>}
      {limits !== 'kept' && (
        <Note hue="ochre" icon={IconFilterOff}>
          <p>
            <Sentence of={limits === 'lifted' ? 'change.limitLifted' : 'change.limitClosed'} name={name} />
          </p>
        </Note>
      )}
      {to.size === 1 && to.has('add_submissions') && (
        <Note hue="petrol" icon={IconEyeOff}>
          <p>{t('change.becomesBlind')}</p>
        </Note>
      )}
      {isYourself && !to.has('manage_asset') && (
        <Note hue="ochre" icon={IconAlertTriangle}>
          <p>{t('change.yourself')}</p>
        </Note>
      )}
    </>
  )
}

interface OvertakenProps {
  username: string
  isGone: boolean
  onAgain: () => void
}

/** A colleague changed the same person: nothing was written, the row above shows how it is now. */
function Overtaken({ username, isGone, onAgain }: OvertakenProps) {
  const { t } = useTranslation(['sharing', 'common'])
  return (
    <AccessConflict {...(isGone && { actionLabel: t('common:action.close') })} onAction={onAgain}>
      {isGone ? <Sentence of="conflict.gone" name={username} /> : t('conflict.above')} {t('conflict.safe')}
    </AccessConflict>
  )
}
