import { useTranslation } from 'react-i18next'
import { Row } from './PersonRow.tsx'
import classes from './sharing.module.css'
import { Sentence } from './words.tsx'

/** The owner, who stands first and stays. */
export function OwnerRow({ owner, you }: { owner: string; you: string }) {
  const { t } = useTranslation('sharing')
  return (
    <Row
      username={owner}
      sentence={<Sentence of="sentence.owner" name={owner} />}
      why={`${owner === you ? `${t('why.you')} ` : ''}${t('why.owner')}`}
      end={<span className={classes.roleName}>{t('role.owner')}</span>}
    />
  )
}
