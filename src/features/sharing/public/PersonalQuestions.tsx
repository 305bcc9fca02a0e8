import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { labelIn } from '#/dataset/model/form.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { Note } from '#/ui/feedback/Note.tsx'
import { personalQuestions } from './personal-questions.ts'

const SHOWN = 6

/** Lists questions that look personal, to check before their answers become public. */
export function PersonalQuestions({ content }: { content: FormContent }) {
  const { t } = useTranslation('sharing')
  const found = useMemo(() => personalQuestions(content), [content])
  const [showsAll, setShowsAll] = useState(found.length <= SHOWN + 1)
  const shown = showsAll ? found : found.slice(0, SHOWN)
  const count = found.length
  const rest = count - shown.length

  if (count === 0) {
    return (
      <Note hue="plum" icon={IconEye} title={t('public.personal.none')}>
        <p>{t('public.personal.noneText')}</p>
      </Note>
    )
  }
  return (
    <Note hue="plum" icon={IconEye} title={t('public.personal.title', { count })}>
      <ul className={classes.personal}>
        {shown.map(({ question, kind }) => (
          <li key={question.path}>
            <b>
              <bdi>{labelIn(question, 0)}</bdi>
            </b>{' '}
            · {t(`public.personal.kind.${kind}`)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" color="plum" className={classes.showAll ?? ''} onClick={() => setShowsAll(true)}>
          {t('public.personal.more', { count: rest })}
        </Button>
      )}
    </Note>
  )
}
