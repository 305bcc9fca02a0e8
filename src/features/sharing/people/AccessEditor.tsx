import { Button } from '@mantine/core'
import { IconAlertTriangle, IconEyeOff, IconFilterOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { type Codename, CODENAMES, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import type { PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { type Access, isSameAccess, type Person } from '#/api/kpi/permissions/people.ts'
import { savedAccess } from '#/api/kpi/permissions/plan-access.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { codenamesOf, roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { AccessConflict } from '#/features/sharing/parts/AccessConflict.tsx'
import { AccessDiffers } from '#/features/sharing/parts/AccessDiffers.tsx'
import { ManagerWarning } from '#/features/sharing/parts/ManagerWarning.tsx'
import { LazyRulesEditor } from '#/features/sharing/rules/LazyRulesEditor.tsx'
import { PermissionCheckboxes } from '#/features/sharing/rules/PermissionCheckboxes.tsx'
import { ownRule } from '#/features/sharing/rules/access-rules.ts'
import { describeChange } from '#/features/sharing/parts/describe-change.ts'
import { Sentence } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { usePermissionPhrases } from '#/features/sharing/parts/use-permission-phrases.ts'

interface AccessEditorProps {
  asset: Asset
  /** The user when editing began. */
  initial: Person
  /** The user on the server, by the last fetch; `undefined` without access. */
  now: Person | undefined
  choice: RoleOrCustom
  isYourself: boolean
  /** Usernames to suggest in rules. */
  usernames: readonly string[]
  /** After a conflict: start again from the current state. */
  onReconsider: () => void
  onCancel: () => void
  /** `isRead`: the list was fetched after the change. */
  onSaved: (isRead: boolean) => void
}

/** The editor of a user's access, with a summary of what is granted and revoked. */
export function AccessEditor({ asset, initial, now, choice, ...props }: AccessEditorProps) {
  const { t } = useTranslation(['sharing', 'common', 'errors'])
  const [checkedPermissions, setCheckedPermissions] = useState(initial.held)
  const [rules, setRules] = useState<readonly PartialPermission[] | null>(() => startingRules(initial))
  const labelId = useId()
  const change = useMutation(changeAccess(asset.uid))
  const list = useQuery({ ...permissionQueries.list(asset.uid), enabled: false })
  const { username } = initial

  // After an error some permissions may have changed: continue from the state on the server.
  const wasRefused = change.error !== null && change.error.kind !== 'conflict'
  const from = wasRefused && now ? now : initial
  const to = choice === 'custom' ? withImplied(checkedPermissions) : codenamesOf(choice)
  const isLimited = to.has('partial_submissions')
  const wanted = savedAccess(from, { held: to, partial: isLimited ? (rules ?? from.partial) : undefined })
  const isOvertaken = !change.isPending && !change.isSuccess && (!now || !isSameAccess(from, now))
  const isNothing = isSameAccess(from, wanted)
  const isIncomplete = isLimited && rules === null
  const difference = change.data?.state === 'differs' ? change.data.difference : null
  // Whether the list was fetched again after the error.
  const isListRead = list.isSuccess && !list.isFetching && list.dataUpdatedAt >= change.submittedAt
  const isInterrupted = wasRefused && now !== undefined && !isSameAccess(initial, now) && !isNothing
  useUnsaved(!isNothing || isIncomplete)

  const save = (before: Access) =>
    change.mutate(
      { username, from: before, to: wanted.held, partial: wanted.partial },
      { onSuccess: ({ state }) => state !== 'differs' && props.onSaved(state === 'as-chosen') },
    )

  const reconsider = () => {
    change.reset()
    if (now) {
      setCheckedPermissions(now.held)
      setRules(startingRules(now))
    }
    props.onReconsider()
  }

  return (
    <div className={classes.editor} role="group" aria-labelledby={labelId}>
      <span id={labelId} hidden>
        <Sentence of="change.label" name={username} />
      </span>
      {choice === 'custom' && <PermissionCheckboxes selected={checkedPermissions} onChange={setCheckedPermissions} />}
      {isLimited && (
        <LazyRulesEditor
          // After a conflict it begins again with the rules on the server.
          key={JSON.stringify(initial.partial)}
          asset={asset}
          username={username}
          initial={initial.partial}
          usernames={props.usernames}
          onChange={setRules}
        />
      )}
      <div role="status" className={classes.consequences}>
        <ChangeSummaryText from={from} to={wanted} choice={choice} username={username} isYourself={props.isYourself} />
      </div>
      {isOvertaken && <EditorConflict username={username} isGone={!now} onAgain={reconsider} />}
      {change.error && !isOvertaken && (
        <ErrorPanel
          isChange
          kind={change.error.kind}
          title={t('change.failed')}
          explanation={`${t(`errors:${change.error.kind}.title`)}. ${t(isListRead ? 'sharing:change.partly' : 'sharing:change.unread')}`}
          message={change.error.message}
        />
      )}
      {change.error && !isOvertaken && isListRead && now && <Interrupted initial={initial} now={now} wanted={wanted} />}
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
            disabled={isOvertaken || isNothing || isIncomplete || to.size === 0}
            onClick={() => save(from)}
          >
            {t(isInterrupted ? 'sharing:change.finish' : 'common:action.save')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface InterruptedProps {
  initial: Access
  now: Access
  wanted: Access
}

/** A change of several requests of which one failed: what is done, and what is not. */
function Interrupted({ initial, now, wanted }: InterruptedProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const namesOf = (codenames: readonly Codename[]) =>
    format.list(codenames.map((codename) => t(`permission.${codename}`)))
  const changed = CODENAMES.filter((codename) => initial.held.has(codename) !== wanted.held.has(codename))
  const done = changed.filter((codename) => now.held.has(codename) === wanted.held.has(codename))
  const left = changed.filter((codename) => !done.includes(codename))
  if (done.length === 0 || left.length === 0) return null
  return (
    <div className={classes.consequences}>
      <p>{t('change.doneSoFar', { permissions: namesOf(done) })}</p>
      <p>{t('change.leftToDo', { permissions: namesOf(left) })}</p>
    </div>
  )
}

const LIMIT_TEXTS = {
  lifted: 'change.limitLifted',
  closed: 'change.limitClosed',
  begun: 'change.limitBegun',
  changed: 'change.limitChanged',
} as const

/** Until something else is chosen, the editor of rules begins with the user's own submissions. */
const startingRules = ({ username, partial }: Person) => (partial.length > 0 ? partial : ownRule(username))

interface ConsequencesProps {
  from: Person
  to: Access
  choice: RoleOrCustom
  username: string
  isYourself: boolean
}

function ChangeSummaryText({ from, to: wanted, choice, username: name, isYourself }: ConsequencesProps) {
  const { t } = useTranslation('sharing')
  const phrases = usePermissionPhrases()
  const to = wanted.held
  const { gains, loses, limits } = describeChange(from, to, wanted.partial)
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
      {isSameAccess(from, wanted) && (
        <p>
          <Sentence of="change.nothing" name={name} />
        </p>
      )}
      {choice === 'custom' && role !== 'custom' && <p>{t('change.sameAsRole', { role: t(`role.${role}`) })}</p>}
      {limits !== 'kept' && (
        <Note hue="ochre" icon={IconFilterOff}>
          <p>
            <Sentence of={LIMIT_TEXTS[limits]} name={name} />
          </p>
        </Note>
      )}
      {to.size === 1 && to.has('add_submissions') && (
        <Note hue="petrol" icon={IconEyeOff}>
          <p>{t('change.becomesBlind')}</p>
        </Note>
      )}
      {to.has('manage_asset') && !from.held.has('manage_asset') && <ManagerWarning />}
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

/** A colleague changed the same user: nothing was written, and the row above shows the current state. */
function EditorConflict({ username, isGone, onAgain }: OvertakenProps) {
  const { t } = useTranslation(['sharing', 'common'])
  return (
    <AccessConflict {...(isGone && { actionLabel: t('common:action.close') })} onAction={onAgain}>
      {isGone ? <Sentence of="conflict.gone" name={username} /> : t('conflict.above')} {t('conflict.safe')}
    </AccessConflict>
  )
}
