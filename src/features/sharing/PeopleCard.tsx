import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCopy, IconUserPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Person } from '#/api/kpi/permissions/people.ts'
import { roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { Card } from '#/ui/Card.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { AccessEditor } from '#/features/sharing/people/AccessEditor.tsx'
import { AddPeople } from '#/features/sharing/add/AddPeople.tsx'
import { OwnerRow } from '#/features/sharing/people/OwnerRow.tsx'
import { PersonRow } from '#/features/sharing/people/PersonRow.tsx'
import { SharingJobBar } from '#/features/sharing/job/SharingJobBar.tsx'
import { useSharingJob } from '#/features/sharing/job/use-sharing-job.ts'
import { RemoveDialog } from '#/features/sharing/people/RemoveDialog.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'

const CopyTeam = lazyPart(async () => (await import('#/features/sharing/team/CopyTeam.tsx')).CopyTeam)

/** Longer lists are collapsed to this number of users. */
const COLLAPSED_COUNT = 10

interface PeopleCardProps {
  asset: Asset
  /** All users except the owner and AnonymousUser. */
  others: readonly Person[]
  you: string
  startsAdding: boolean
  /** Announces a text to screen readers. */
  announce: (text: string) => void
  onLeft: () => void
}

interface Edit {
  decidedOn: Person
  choice: RoleOrCustom
}

/** The users with access, for those who may change it. */
export function PeopleCard({ asset, others, you, startsAdding, announce, onLeft }: PeopleCardProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [removed, setRemoved] = useState<Person | null>(null)
  const [isUnfolded, { open: unfold }] = useDisclosure(others.length <= COLLAPSED_COUNT)
  const [isAdding, adding] = useDisclosure(startsAdding)
  const addButton = useRef<HTMLButtonElement>(null)
  const selects = useRef(new Map<string, HTMLSelectElement>())
  const { uid, owner__username: owner, content } = asset
  const job = useSharingJob(uid)
  const isBusy = job !== null && isUnderWay(job)
  const [isCopying, copying] = useDisclosure(false)

  // A user who is being edited stays visible if a colleague removes them.
  const edited = edit?.decidedOn
  const isEditedGone = edited !== undefined && !others.some(({ username }) => username === edited.username)
  const people = isEditedGone ? [...others, edited] : others
  const shown = isUnfolded ? people : people.slice(0, COLLAPSED_COUNT - 2)

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
        <div className={classes.cardActions}>
          <Button
            variant="default"
            aria-haspopup="dialog"
            disabled={isBusy}
            leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
            onClick={copying.open}
          >
            {t('people.copy')}
          </Button>
          <Button
            ref={addButton}
            leftSection={<IconUserPlus size={16} aria-hidden />}
            aria-expanded={isAdding}
            onClick={adding.toggle}
          >
            {t('people.add')}
          </Button>
        </div>
      }
    >
      {job && <SharingJobBar assetUid={uid} job={job} />}
      {isAdding && (
        <AddPeople
          asset={asset}
          others={others}
          isBusy={isBusy}
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
              isSaved={saved === username}
              onChoose={(choice) => {
                setSaved(null)
                setEdit(choice === held && choice !== 'custom' ? null : { decidedOn: own?.decidedOn ?? person, choice })
              }}
              onRemove={() => setRemoved(person)}
            >
              {own && (
                <AccessEditor
                  asset={asset}
                  usernames={[owner, ...others.map((other) => other.username)]}
                  initial={own.decidedOn}
                  now={isEditedGone ? undefined : person}
                  choice={own.choice}
                  isYourself={username === you}
                  onReconsider={() => setEdit(isEditedGone ? null : { ...own, decidedOn: person })}
                  onCancel={() => backTo(username)}
                  onSaved={(isRead) => {
                    backTo(username)
                    setSaved(username)
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
      {isCopying && <CopyTeam asset={asset} people={others} you={you} onClose={copying.close} />}
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
