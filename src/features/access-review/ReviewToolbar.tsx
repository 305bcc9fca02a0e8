import { Select } from '@mantine/core'
import { IconArchive, IconShield, IconUser, IconUserSearch, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import { Meter } from './AccessMark.tsx'
import classes from './ReviewToolbar.module.css'
import type { Review } from './model/review.ts'
import { type Risk, RISKS } from './model/risks.ts'

const ICONS = { public: IconWorld, managers: IconShield, archived: IconArchive, single: IconUser } as const

interface ReviewToolbarProps {
  review: Review
  counts: Record<Risk, number>
  risk: Risk | null
  onRisk: (risk: Risk | null) => void
  /** The person or project that is shown alone. */
  shown: { person: string | null; project: string | null }
  onPerson: (username: string) => void
  onProject: (uid: string) => void
  onAll: () => void
}

/** The search for a person or a project, and the filter by risk. */
export function ReviewToolbar(props: ReviewToolbarProps) {
  const { review, counts, risk, onRisk, shown, onPerson, onProject, onAll } = props
  const { t } = useTranslation('access')
  const format = useFormat()
  const filter = useOptionsFilter()
  const value =
    shown.person !== null ? `person ${shown.person}` : shown.project !== null ? `project ${shown.project}` : null
  return (
    <div className={classes.toolbar} role="search">
      <Select
        className={classes.search ?? ''}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<IconUserSearch size={16} stroke={1.75} aria-hidden />}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('search.clear') }}
        limit={100}
        filter={filter}
        nothingFoundMessage={t('search.nothing')}
        value={value}
        data={[
          {
            group: t('search.people'),
            items: review.people.map(({ username }) => ({ value: `person ${username}`, label: username })),
          },
          {
            group: t('search.projects'),
            items: review.projects.map(({ uid, name }) => ({ value: `project ${uid}`, label: name || uid })),
          },
        ]}
        onChange={(next) => {
          const [kind = '', ...rest] = next?.split(' ') ?? []
          if (next === null) onAll()
          else if (kind === 'person') onPerson(rest.join(' '))
          else onProject(rest.join(' '))
        }}
      />
      <div className={classes.risks} role="group" aria-label={t('risk.label')}>
        <button type="button" className={classes.risk} aria-pressed={risk === null} onClick={() => onRisk(null)}>
          {t('risk.all')}
        </button>
        {RISKS.map((one) => {
          const Icon = ICONS[one]
          return (
            <button
              key={one}
              type="button"
              className={classes.risk}
              aria-pressed={risk === one}
              onClick={() => onRisk(one)}
            >
              <Icon size={16} stroke={1.75} aria-hidden />
              {t(`risk.${one}`)}
              <span className={classes.count}>{format.number(counts[one])}</span>
            </button>
          )
        })}
      </div>
      <p className={classes.legend} aria-hidden>
        <Meter level={1} /> {t('legend.least')} <Meter level={5} /> {t('legend.most')}
      </p>
    </div>
  )
}
