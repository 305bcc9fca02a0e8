import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Person } from '#/api/kpi/permissions/people.ts'
import { roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { AccessEditor } from './AccessEditor.tsx'
import { AddPeople } from './AddPeople.tsx'
import { OwnerRow } from './OwnerRow.tsx'
import { PersonRow } from './PersonRow.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import classes from './sharing.module.css'

/** With more people than this, the list shows the first ones, and a button for the rest. */
const FOLDED = 10

interface PeopleCardProps {
  asset: Asset
  /** Everybody but the owner and "anyone". */
  others: readonly Person[]
  you: string
  /** Tells screen readers what was done. */
  announce: (text: string) => void
  onLeft: () => void
}

interface Edit {
  decidedOn: Person
  choice: RoleOrCustom
}

/** Everybody who has access, and what can be changed about it. */
export function PeopleCard({ asset, others, you, announce, onLeft }: PeopleCardProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [removed, setRemoved] = useState<Person | null>(null)
  const [isUnfolded, { open: unfold }] = useDisclosure(others.length <= FOLDED)
  const [isAdding, adding] = useDisclosure(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const selects = useRef(new Map<string, HTMLSelectElement>())
  const { uid, owner__username: owner, content } = asset

  // Somebody whom a colleague removed while they were being changed stays on screen until that is read.
  const edited = edit?.decidedOn
  const isEditedGone = edited !== undefined && !others.some(({ username }) => username === edited.username)
  const people = isEditedGone ? [...others, edited] : others
  const shown = isUnfolded ? people : people.slice(0, FOLDED - 2)

  const backTo = (username: string) => {
    setEdit(null)
    selects.current.get(username)?.focus()
  }

  return (
    <Card
      title={t('people.title')}
      aside={format.number(others.length + 1)}
      flush
      actions={
        <Button
          ref={addButton}
          leftSection={<IconUserPlus size={16} aria-hidden />}
          aria-expanded={isAdding}
          onClick={adding.toggle}
        >
          {t('people.add')}
        </Button>
      }
    >
      {isAdding && (
        <AddPeople
          assetUid={uid}
          owner={owner}
          others={others}
          onAdded={unfold}
          onClose={() => {
            adding.close()
            addButton.current?.focus()
          }}
        />
      )}
      <ul className={classes.people}>
        <OwnerRow owner={owner} you={you} />
        {shown.map((person) => {
          const { username } = person
          const held = roleOf(person.held)
          const own = edited?.username === username ? edit : null
          return (
            <PersonRow
              key={username}
              person={person}
              content={content}
              isYou={username === you}
              choice={own?.choice ?? held}
              selectRef={(select) => {
                if (select) selects.current.set(username, select)
                return () => void selects.current.delete(username)
              }}
              onChoose={(choice) =>
                setEdit(choice === held && choice !== 'custom' ? null : { decidedOn: own?.decidedOn ?? person, choice })
              }
              onRemove={() => setRemoved(person)}
            >
              {own && (
                <AccessEditor
                  assetUid={uid}
                  decidedOn={own.decidedOn}
                  now={isEditedGone ? undefined : person}
                  choice={own.choice}
                  isYourself={username === you}
                  onReconsider={() => setEdit(isEditedGone ? null : { ...own, decidedOn: person })}
                  onCancel={() => backTo(username)}
                  onSaved={(isRead) => {
                    backTo(username)
                    announce(t(isRead ? 'change.saved' : 'change.savedUnread'))
                  }}
                />
              )}
            </PersonRow>
          )
        })}
      </ul>
      {people.length === 0 && <EmptyState title={t('people.nobodyElse')}>{t('people.nobodyElseText')}</EmptyState>}
      {shown.length < people.length && (
        <div className={classes.fold}>
          <Button variant="subtle" onClick={unfold}>
            {t('people.showMore', { count: people.length - shown.length })}
          </Button>
        </div>
      )}
      <RemoveDialog
        assetUid={uid}
        person={removed}
        owner={owner}
        isYou={removed?.username === you}
        onClose={() => setRemoved(null)}
        onRemoved={(username) => {
          setRemoved(null)
          if (username === you) return onLeft()
          announce(t('remove.done', { name: username }))
          addButton.current?.focus()
        }}
      />
    </Card>
  )
}
