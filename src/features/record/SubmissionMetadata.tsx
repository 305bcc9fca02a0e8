import { Skeleton } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { statusOf, versionOf } from '#/api/kpi/submissions/system-fields.ts'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { answerOf, pointOf } from '#/dataset/model/values.ts'
import { Card } from '#/ui/Card.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { SubmittedLine } from './PanelContent.tsx'
import classes from './SubmissionPage.module.css'

const PlaceMap = lazyPart(async () => (await import('#/dataset/answers/PointMap.tsx')).PointMap, {
  fallback: <Skeleton height={200} />,
})

interface SubmissionMetadataProps {
  asset: Asset
  submission: Submission
  columns: readonly AnswerColumn[]
}

const MAPS = 3

/** What the server knows of a submission besides its answers, and where it was. */
export function SubmissionMetadata({ asset, submission, columns }: SubmissionMetadataProps) {
  const { t } = useTranslation('submission')
  const { format } = useDisplay()
  const status = statusOf(submission)
  const version = versionOf(submission)
  const number = asset.deployed_versions.results.find(({ uid }) => uid === version)?.version_number
  const isEdited = typeof submission['meta/deprecatedID'] === 'string'
  const places = columns.flatMap((column) => {
    const place = column.kind === 'place' ? pointOf(answerOf(submission, column.id) ?? '') : null
    return place ? [{ column, place }] : []
  })
  return (
    <>
      <Card title={t('facts.title')}>
        <div className={classes.facts}>
          <SubmittedLine submission={submission} />
          {number !== undefined && <p>{t('facts.version', { version: number })}</p>}
          <p>{t(isEdited ? 'facts.edited' : 'facts.notEdited')}</p>
          {status && (
            <p>
              <Trans
                t={t}
                i18nKey="facts.validated"
                components={{
                  name: <bdi>{status.by_whom}</bdi>,
                  when: <bdi>{format.fullDateTime(new Date(status.timestamp * 1000).toISOString())}</bdi>,
                }}
              />
            </p>
          )}
          <p>
            {t('facts.id')} <bdi dir="ltr">{submission._id}</bdi>
          </p>
          <p>
            {t('facts.uuid')}{' '}
            <bdi dir="ltr" className={classes.code}>
              {submission._uuid}
            </bdi>
          </p>
          <p>{t('facts.zone', { zone: format.timeZone() })}</p>
        </div>
      </Card>
      {places.slice(0, MAPS).map(({ column, place }) => (
        <figure key={column.id} className={classes.map}>
          <figcaption>
            <ColumnLabel column={column} />
          </figcaption>
          <PlaceMap latitude={Number(place.latitude)} longitude={Number(place.longitude)} />
        </figure>
      ))}
    </>
  )
}
