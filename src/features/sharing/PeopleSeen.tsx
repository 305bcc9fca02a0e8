import { Button } from '@mantine/core'
import { IconInfoCircle, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Person } from '#/api/kpi/permissions/people.ts'
import { Card } from '#/ui/Card.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { OwnerRow } from './OwnerRow.tsx'
import { RoleName, Row, Why } from './PersonRow.tsx'
import { PersonSentence } from './PersonSentence.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import classes from './sharing.module.css'
import { Name } from './words.tsx'

interface PeopleSeenProps {
  asset: Asset
  /** Whom the server lets the caller see besides the owner: themselves [0675]. */
  others: readonly Person[]
  you: string
  onLeft: () => void
}

/** Who has access, for those who may not change it: why not, whom to ask, and the way out. */
export function PeopleSeen({ asset, others, you, onLeft }: PeopleSeenProps) {
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
            <Row
              key={person.username}
              username={person.username}
              sentence={<PersonSentence name={person.username} access={person} />}
              why={<Why access={person} isYou={person.username === you} content={asset.content} />}
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
