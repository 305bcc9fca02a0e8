import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconDots, IconListCheck, IconLogout, IconUserMinus } from '@tabler/icons-react'
import { type ReactNode, type Ref, useId } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Access, Person } from '#/api/kpi/permissions/people.ts'
import { roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Limits } from './Limits.tsx'
import { PersonSentence } from './PersonSentence.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { initialsOf } from './initials.ts'
import classes from './sharing.module.css'
import { Sentence } from './words.tsx'

interface RowProps {
  username: string
  sentence: ReactNode
  why: ReactNode
  /** At the end: the role, and what can be done. */
  end: ReactNode
  children?: ReactNode
}

/** One person: who, what they can do, why so. */
export function Row({ username, sentence, why, end, children }: RowProps) {
  return (
    <li className={classes.row}>
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(username)}
      </span>
      <div className={classes.about}>
        <p>{sentence}</p>
        <div className={classes.why}>{why}</div>
      </div>
      <div className={classes.end}>{end}</div>
      {children}
    </li>
  )
}

interface WhyProps {
  access: Access
  isYou: boolean
  content: FormContent
}

/** What a role includes, where it ends, which submissions it reaches. */
export function Why({ access, isYou, content }: WhyProps) {
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

/** Permissions that a newer server gives: by its codenames, which is all that is known of them here. */
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
  /** The role in the select: the one being chosen, or the one held. */
  choice: RoleOrCustom
  /** To bring the keyboard back to. */
  selectRef: Ref<HTMLSelectElement>
  onChoose: (role: RoleOrCustom) => void
  onRemove: () => void
  children?: ReactNode
}

/** One person whose access can be changed. */
export function PersonRow({ person, content, isYou, choice, selectRef, onChoose, onRemove, children }: PersonRowProps) {
  const { t } = useTranslation('sharing')
  const { username } = person
  const selectId = useId()
  return (
    <Row
      username={username}
      sentence={<PersonSentence name={username} access={person} />}
      why={<Why access={person} isYou={isYou} content={content} />}
      end={
        <>
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
    </Row>
  )
}

/** The role held, for a row that only tells. */
export function RoleName({ access }: { access: Access }) {
  const { t } = useTranslation('sharing')
  return <span className={classes.roleName}>{t(`role.${roleOf(access.held)}`)}</span>
}
