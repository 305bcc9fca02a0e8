import { projectContextOf } from '#/api/kpi/assets/project-context.ts'
import { tagsOf } from '#/api/kpi/tags/tag-string.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import classes from './ProjectsTable.module.css'
import type { CellContext, ProjectColumn } from './project-columns.tsx'

/** The columns that the list has only if they are chosen. */
export const EXTRA_COLUMNS: readonly ProjectColumn[] = [
  {
    id: 'created',
    className: classes.when,
    onPhone: 'named',
    cell: ({ date_created: created }, { format }) => format.date(created),
  },
  {
    id: 'deployed',
    sort: { field: 'date_deployed', first: 'descending' },
    className: classes.when,
    onPhone: 'named',
    cell: ({ date_deployed: deployed }, { t }) => (deployed ? <RelativeTime iso={deployed} /> : t('none')),
  },
  {
    id: 'country',
    onPhone: 'named',
    cell: ({ settings }, { t, format }) => isolated(format.list(projectContextOf(settings).countries), t),
  },
  {
    id: 'sector',
    sort: { field: 'settings__sector__value', first: 'ascending' },
    onPhone: 'named',
    cell: ({ settings }, { t }) => isolated(projectContextOf(settings).sector, t),
  },
  {
    id: 'tags',
    onPhone: 'named',
    cell: ({ tag_string: tags }, { t, format }) => isolated(format.list(tagsOf(tags)), t),
  },
  {
    id: 'description',
    sort: { field: 'settings__description', first: 'ascending' },
    className: classes.description,
    onPhone: 'named',
    cell: ({ settings }, { t }) => isolated(settings.description, t),
  },
]

const isolated = (text: string | undefined, t: CellContext['t']) =>
  isBlank(text ?? '') ? t('none') : <bdi>{text}</bdi>
