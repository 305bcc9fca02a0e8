import { Button } from '@mantine/core'
import { IconInfoCircle, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Person } from '#/api/kpi/permissions/people.ts'
import { Card } from '#/ui/Card.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { OwnerRow } from './OwnerRow.tsx'
import { AccessDetails, PersonRowLayout, RoleName } from './PersonRow.tsx'
import { PersonSentence } from '#/features/sharing/parts/PersonSentence.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { Name } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'

interface PeopleReadOnlyProps {
  asset: Asset
  /** Besides the owner, the server shows only the current user [0675]. */
  others: readonly Person[]
  you: string
  onLeft: () => void
}

/** The users with access, for those who may not change it, with a button to leave the project. */
export function PeopleReadOnly({ asset, others, you, onLeft }: PeopleReadOnlyProps) {
  const { t } = useTranslation('sharing')
  const [leaving, setLeaving] = useState<Person | null>(null)
  const { owner__username: owner } = asset
  return (
    <>
      <Note
        hue="petrol"
        icon={IconInfoCircle}
        title={<Trans t={t} i18nKey="readOnly.title" components={{ owner: <Name>{owner}</Name> }} />}
      >
        <p>{t(others.length === 0 ? 'readOnly.public' : 'readOnly.text')}</p>
      </Note>
      <Card title={t('people.title')} flush>
        <ul className={classes.people}>
          <OwnerRow owner={owner} you={you} />
          {others.map((person) => (
            <PersonRowLayout
              key={person.username}
              username={person.username}
              sentence={<PersonSentence name={person.username} access={person} />}
              details={<AccessDetails access={person} isYou={person.username === you} content={asset.content} />}
              end={
                <>
                  <RoleName access={person} />
                  {person.username === you && (
                    <Button
                      variant="default"
                      leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />}
                      onClick={() => setLeaving(person)}
                    >
                      {t('leave.button')}
                    </Button>
                  )}
                </>
              }
            />
          ))}
        </ul>
      </Card>
      <RemoveDialog
        assetUid={asset.uid}
        person={leaving}
        owner={owner}
        isYou
        onClose={() => setLeaving(null)}
        onRemoved={onLeft}
      />
    </>
  )
}
