import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconDots, IconListCheck, IconLogout, IconUserMinus } from '@tabler/icons-react'
import { type ReactNode, type Ref, useId } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Access, Person } from '#/api/kpi/permissions/people.ts'
import { roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Limits } from '#/features/sharing/rules/Limits.tsx'
import { PersonSentence } from '#/features/sharing/parts/PersonSentence.tsx'
import { RoleSelect } from '#/features/sharing/parts/RoleSelect.tsx'
import { initialsOf } from '#/features/sharing/parts/initials.ts'
import { Sentence } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'

interface PersonRowLayoutProps {
  username: string
  sentence: ReactNode
  details: ReactNode
  /** Content at the end of the row: role and actions. */
  end: ReactNode
  children?: ReactNode
}

/** The layout of a user's row: name, summary, details. */
export function PersonRowLayout({ username, sentence, details, end, children }: PersonRowLayoutProps) {
  return (
    <li className={classes.row}>
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(username)}
      </span>
      <div className={classes.about}>
        <p>{sentence}</p>
        <div className={classes.why}>{details}</div>
      </div>
      <div className={classes.end}>{end}</div>
      {children}
    </li>
  )
}

interface AccessDetailsProps {
  access: Access
  isYou: boolean
  content: FormContent
}

/** What a role includes and excludes, and for which submissions. */
export function AccessDetails({ access, isYou, content }: AccessDetailsProps) {
  const { t } = useTranslation('sharing')
  const role = roleOf(access.held)
  return (
    <>
      {isYou && `${t('why.you')} `}
      {role === 'collector' && t(access.held.has('view_asset') ? 'why.collector' : 'why.collectorBlind')}
      {(role === 'reviewer' || role === 'editor' || role === 'manager') && t(`why.${role}`)}
      <UnknownPermissions codenames={access.unknown ?? []} />
      <Limits partial={access.partial} content={content} />
    </>
  )
}

/** The codenames of permissions that this app does not know, from a newer server. */
function UnknownPermissions({ codenames }: { codenames: readonly string[] }) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  if (codenames.length === 0) return null
  return (
    <p>
      <Trans
        t={t}
        i18nKey="why.unknown"
        components={{ codenames: <bdi dir="ltr">{format.list([...codenames])}</bdi> }}
      />
    </p>
  )
}

interface PersonRowProps {
  person: Person
  content: FormContent
  isYou: boolean
  /** The value of the select: the role being chosen, or the current one. */
  choice: RoleOrCustom
  /** Whether a change was just saved. */
  isSaved: boolean
  /** For restoring the focus. */
  selectRef: Ref<HTMLSelectElement>
  onChoose: (role: RoleOrCustom) => void
  onRemove: () => void
  children?: ReactNode
}

/** The row of a user whose access can be changed. */
export function PersonRow({
  person,
  content,
  isYou,
  choice,
  isSaved,
  selectRef,
  onChoose,
  onRemove,
  children,
}: PersonRowProps) {
  const { t } = useTranslation('sharing')
  const { username } = person
  const selectId = useId()
  return (
    <PersonRowLayout
      username={username}
      sentence={<PersonSentence name={username} access={person} />}
      details={<AccessDetails access={person} isYou={isYou} content={content} />}
      end={
        <>
          {isSaved && (
            <span className={classes.saved}>
              <IconCheck size={16} stroke={1.75} aria-hidden />
              {t('change.saved')}
            </span>
          )}
          <label htmlFor={selectId}>
            <VisuallyHidden>
              <Sentence of="people.roleOf" name={username} />
            </VisuallyHidden>
          </label>
          <RoleSelect id={selectId} className={classes.role ?? ''} value={choice} onChange={onChoose} ref={selectRef} />
          <Menu>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" className={classes.more ?? ''}>
                <IconDots size={18} stroke={1.75} aria-hidden />
                <VisuallyHidden>
                  <Sentence of="people.moreFor" name={username} />
                </VisuallyHidden>
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconListCheck size={16} aria-hidden />} onClick={() => onChoose('custom')}>
                {t('people.choosePermissions')}
              </Menu.Item>
              <Menu.Item
                leftSection={
                  isYou ? (
                    <IconLogout size={16} className="fb-flip" aria-hidden />
                  ) : (
                    <IconUserMinus size={16} aria-hidden />
                  )
                }
                onClick={onRemove}
              >
                {t(isYou ? 'people.leave' : 'people.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      {children}
    </PersonRowLayout>
  )
}

/** The role as text, for read-only rows. */
export function RoleName({ access }: { access: Access }) {
  const { t } = useTranslation('sharing')
  return <span className={classes.roleName}>{t(`role.${roleOf(access.held)}`)}</span>
}
