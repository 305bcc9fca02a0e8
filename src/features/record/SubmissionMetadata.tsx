import { Skeleton } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { statusRecordOf, versionOf } from '#/dataset/model/system-fields.ts'
import { answerOf, pointOf } from '#/dataset/model/values.ts'
import { useTimeZone } from '#/i18n/use-time-zone.ts'
import { Card } from '#/ui/Card.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { SubmittedLine } from './PanelContent.tsx'
import classes from './SubmissionPage.module.css'

const PointMap = lazyPart(async () => (await import('#/dataset/answers/PointMap.tsx')).PointMap, {
  fallback: <Skeleton height={200} />,
})

interface SubmissionMetadataProps {
  asset: Asset
  submission: Submission
  columns: readonly AnswerColumn[]
}

const MAX_MAPS = 3

/** The metadata of a submission, and maps of its points. */
export function SubmissionMetadata({ asset, submission, columns }: SubmissionMetadataProps) {
  const { t } = useTranslation('submission')
  const { format } = useDisplay()
  const timeZone = useTimeZone()
  const status = statusRecordOf(submission)
  const version = versionOf(submission)
  const number = asset.deployed_versions.results.find(({ uid }) => uid === version)?.version_number
  const isEdited = typeof submission['meta/deprecatedID'] === 'string'
  const points = columns.flatMap((column) => {
    const point = column.kind === 'point' ? pointOf(answerOf(submission, column.id) ?? '') : null
    return point ? [{ column, point }] : []
  })
  return (
    <>
      <Card title={t('metadata.title')}>
        <div className={classes.metadata}>
          <SubmittedLine submission={submission} />
          {number !== undefined && <p>{t('metadata.version', { version: number })}</p>}
          <p>{t(isEdited ? 'metadata.edited' : 'metadata.notEdited')}</p>
          {status && (
            <p>
              <Trans
                t={t}
                i18nKey="metadata.validated"
                components={{
                  name: <bdi>{status.by_whom}</bdi>,
                  when: <bdi>{format.fullDateTime(new Date(status.timestamp * 1000).toISOString())}</bdi>,
                }}
              />
            </p>
          )}
          <p>
            <Trans t={t} i18nKey="metadata.id" components={{ id: <bdi dir="ltr">{submission._id}</bdi> }} />
          </p>
          <p>
            <Trans
              t={t}
              i18nKey="metadata.uuid"
              components={{
                uuid: (
                  <bdi dir="ltr" className={classes.code}>
                    {submission._uuid}
                  </bdi>
                ),
              }}
            />
          </p>
          <p>{t('metadata.zone', { zone: timeZone })}</p>
        </div>
      </Card>
      {points.slice(0, MAX_MAPS).map(({ column, point }) => (
        <figure key={column.id} className={classes.map}>
          <figcaption>
            <ColumnLabel column={column} />
          </figcaption>
          <PointMap latitude={Number(point.latitude)} longitude={Number(point.longitude)} />
        </figure>
      ))}
    </>
  )
}
