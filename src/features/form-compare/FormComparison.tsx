import { Button, TextInput } from '@mantine/core'
import { IconCalculator, IconDownload, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { matchesSearch } from '#/lib/fold-text.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import type { ComparableForm } from '#/lib/xlsform/compare/canonical-form.ts'
import { compareForms, questionCount } from '#/lib/xlsform/compare/compare-forms.ts'
import { DIFFERENCE_CATEGORIES, type DifferenceCategory } from '#/lib/xlsform/compare/difference.ts'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { DifferenceRow } from './DifferenceRow.tsx'
import classes from './FormComparison.module.css'
import {
  searchedTexts,
  sectionsOf,
  type ShownDifference,
  type ShownSection,
  shownDifferences,
} from './shown-difference.ts'
import { SUBMISSIONS_PER_LIST, useAnswerCounts } from './use-answer-counts.ts'
import { useDifferenceTexts } from './use-difference-texts.ts'

/** One of the two forms, and what it is called in the heading of its column: "Deployed now", "version 7, 3 Nov". */
interface ComparedForm {
  content: ComparableForm
  title: string
  detail?: string
}

interface FormComparisonProps {
  before: ComparedForm
  after: ComparedForm
  /** The project whose answers can be counted; `null` if there are none. */
  assetUid: string | null
  /** `null` if it is not known. */
  submissionCount: number | null
  /** Name of the file in which the comparison is saved. */
  fileName: string
  /** What happens with the newer form: list items. Without it there is no panel. */
  consequences?: ReactNode
  /** What can be done with the comparison, beside saving it. */
  actions?: ReactNode
}

/** Lines that are shown at first; the others on demand. */
const LINES_AT_FIRST = 300

/** The differences between two forms by group, with what each does to the answers that are there. */
export function FormComparison(props: FormComparisonProps) {
  const { before, after, assetUid, submissionCount, fileName, consequences, actions } = props
  const { t } = useTranslation('compare')
  const format = useFormat()
  const locale = useLocale()
  const textsOf = useDifferenceTexts()
  const [category, setCategory] = useState<DifferenceCategory | null>(null)
  const [text, setText] = useState('')
  const [showsAll, setShowsAll] = useState(false)
  const search = useDeferredValue(text)

  const differences = useMemo(() => compareForms(before.content, after.content), [before.content, after.content])
  const shown = useMemo(() => shownDifferences(differences), [differences])
  const unchanged = useMemo(() => unchangedCount(after.content, shown), [after.content, shown])
  const { counts, count } = useAnswerCounts(submissionCount === 0 ? null : assetUid, differences)
  const matching = shown.filter(
    (each) =>
      (category === null || each.category === category) &&
      (search === '' || matchesSearch(searchedTexts(each), search, locale)),
  )
  const sections = sectionsOf(showsAll ? matching : matching.slice(0, LINES_AT_FIRST))
  const hidden = showsAll ? 0 : Math.max(0, matching.length - LINES_AT_FIRST)
  const categories = DIFFERENCE_CATEGORIES.map((each) => ({
    category: each,
    count: shown.filter((difference) => difference.category === each).length,
  })).filter((each) => each.count > 0)
  const textsFor = (difference: ShownDifference) => {
    const some = difference.choices.length > 0 ? difference.choices : [difference.first]
    return textsOf(difference, { count: counts.stage === 'done' ? counts.of(some) : null, submissionCount })
  }
  const save = async () => {
    const { writeComparison } = await import('./write-comparison.ts')
    const headings = ['change', 'column', 'group', 'question', 'name', 'before', 'after', 'effect'] as const
    const file = writeComparison({
      sheet: t('title'),
      headings: headings.map((heading) => t(`file.${heading}`)),
      rows: sectionsOf(shown).flatMap((section) =>
        section.differences.map((difference) => {
          const place = difference.row?.after ?? difference.row?.before
          const { kind, detail, ...sides } = textsFor(difference)
          const question = [place?.label ?? t('wholeForm'), place?.path ?? '']
          return [kind, detail, section.labels.join(' › '), ...question, sides.before, sides.after, sides.effect]
        }),
      ),
    })
    saveFile(file, toFileName(fileName, 'xlsx'))
  }

  if (differences.length === 0) return <EmptyState title={t('same.title')}>{t('same.text')}</EmptyState>

  return (
    <div className={classes.page}>
      <div className={classes.toolbar} role="search">
        <div className={classes.filters} role="group" aria-label={t('filter')}>
          <FilterButton isOn={category === null} count={shown.length} onClick={() => setCategory(null)}>
            {t('category.all')}
          </FilterButton>
          {categories.map((each) => (
            <FilterButton
              key={each.category}
              isOn={category === each.category}
              count={each.count}
              onClick={() => setCategory(category === each.category ? null : each.category)}
            >
              {t(`category.${each.category}`)}
            </FilterButton>
          ))}
        </div>
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          aria-keyshortcuts="/"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <span role="status" className={classes.status}>
          {matching.length < shown.length
            ? t('matching', { count: matching.length })
            : t('unchanged', { count: unchanged })}
        </span>
      </div>
      <div className={classes.body} data-panel={consequences ? true : undefined}>
        <div className={classes.table}>
          <div className={classes.head} aria-hidden>
            <span>{t('column.change')}</span>
            <span>{t('column.question')}</span>
            <HeadCell {...before} />
            <HeadCell {...after} />
            <span>{t('column.effect')}</span>
          </div>
          {sections.map((section) => (
            <section key={section.key} aria-label={titleOf(section, t)}>
              <h2 className={classes.section}>
                <bdi>{titleOf(section, t)}</bdi>{' '}
                <span className={classes.sectionCount}>{t('changes', { count: section.differences.length })}</span>
              </h2>
              <ul className={classes.list}>
                {section.differences.map((difference) => (
                  <DifferenceRow
                    key={difference.key}
                    difference={difference}
                    texts={textsFor(difference)}
                    titles={{ before: before.title, after: after.title }}
                  />
                ))}
              </ul>
            </section>
          ))}
          {matching.length === 0 && <EmptyState title={t('noMatch')} />}
          {hidden > 0 && (
            <Button variant="subtle" onClick={() => setShowsAll(true)}>
              {t('showMore', { count: hidden })}
            </Button>
          )}
        </div>
        {Boolean(consequences) && (
          <aside className={classes.panel} aria-label={t('whatHappens')}>
            <h2>{t('whatHappens')}</h2>
            <ul>{consequences}</ul>
          </aside>
        )}
      </div>
      {counts.stage === 'failed' && (
        <ErrorPanel
          kind={counts.error.kind}
          title={t('count.failed')}
          message={counts.error.message}
          onRetry={() => void count()}
        />
      )}
      <div className={classes.footer}>
        <span role="status">
          {counts.stage === 'counting' && t('count.progress', { done: format.number(counts.done) })}
          {counts.stage === 'done' && t('count.done')}
          {counts.stage === 'idle' &&
            t('count.offer', {
              count: Math.max(1, Math.ceil((submissionCount ?? 1) / SUBMISSIONS_PER_LIST)),
            })}
        </span>
        {counts.stage === 'idle' && (
          <Button
            variant="default"
            leftSection={<IconCalculator size={16} stroke={1.75} aria-hidden />}
            onClick={() => void count()}
          >
            {t('count.button')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => void save()}
        >
          {t('save')}
        </Button>
        {actions}
      </div>
    </div>
  )
}

interface FilterButtonProps {
  isOn: boolean
  count: number
  onClick: () => void
  children: ReactNode
}

function FilterButton({ isOn, count, onClick, children }: FilterButtonProps) {
  const format = useFormat()
  return (
    <button type="button" className={classes.filter} aria-pressed={isOn} onClick={onClick}>
      {children} <span className={classes.count}>{format.number(count)}</span>
    </button>
  )
}

const HeadCell = ({ title, detail }: ComparedForm) => (
  <span>
    <span>{title}</span>
    {detail !== undefined && <span className={classes.detail}>{detail}</span>}
  </span>
)

const titleOf = ({ kind, labels }: ShownSection, t: ReturnType<typeof useTranslation<'compare'>>['t']) =>
  kind === 'group' ? labels.join(' › ') : t(kind === 'form' ? 'wholeForm' : 'ungrouped')

/** How many questions of the newer form no difference is about. */
function unchangedCount(form: ComparableForm, shown: readonly ShownDifference[]): number {
  const changed = new Set(
    shown.flatMap(({ row, otherRows }) =>
      [row, ...otherRows].flatMap((each) => (each?.after && !each.isGroup ? [each.after.path] : [])),
    ),
  )
  return questionCount(form) - changed.size
}
