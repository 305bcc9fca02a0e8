import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MenuRequest } from '#/features/access-review/menus/menu-request.ts'
import type { ReviewedPerson } from '#/features/access-review/model/review.ts'
import { SelectionCheckbox } from '#/ui/SelectionCheckbox.tsx'
import type { SelectionState } from '#/ui/grid/grid-types.ts'
import classes from './AccessMatrix.module.css'
import { FROZEN_COLUMNS, PROJECT_WIDTH, PUBLIC_WIDTH } from './matrix-columns.ts'

interface MatrixHeadProps {
  people: readonly ReviewedPerson[]
  you: string
  columns: readonly { index: number; start: number; size: number }[]
  selection: SelectionState
  onMenu: (request: MenuRequest) => void
}

/** The names of the people, each with a menu. The grid is one tab stop: by keyboard the menu opens with Alt and arrow down. */
export function MatrixHead({ people, you, columns, selection, onMenu }: MatrixHeadProps) {
  const { t } = useTranslation(['access', 'common'])
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.heads}>
        <div
          role="columnheader"
          aria-colindex={1}
          className={`${classes.headCell} ${classes.frozen} ${classes.project}`}
          style={{ inlineSize: PROJECT_WIDTH, insetInlineStart: 0 }}
        >
          <span className={classes.select} data-select-all>
            <SelectionCheckbox label={t('access:matrix.selectAll')} state={selection} />
          </span>
          {t('access:matrix.project')}
        </div>
        <div
          role="columnheader"
          aria-colindex={2}
          className={`${classes.headCell} ${classes.frozen}`}
          data-edge
          style={{ inlineSize: PUBLIC_WIDTH, insetInlineStart: PROJECT_WIDTH }}
        >
          {t('access:matrix.public')}
        </div>
        {columns.map(({ index, start, size }) => {
          const person = people[index]
          if (!person) return null
          const { username } = person
          return (
            <div
              key={username}
              role="columnheader"
              aria-colindex={FROZEN_COLUMNS + index + 1}
              className={`${classes.headCell} ${classes.scrolling}`}
              style={{ inlineSize: size, insetInlineStart: start }}
            >
              <button
                type="button"
                tabIndex={-1}
                className={classes.person}
                aria-haspopup="menu"
                title={username}
                onClick={({ currentTarget }) => {
                  const { left, right, bottom } = currentTarget.getBoundingClientRect()
                  const x = getComputedStyle(currentTarget).direction === 'rtl' ? right : left
                  onMenu({ kind: 'person', username, position: { x, y: bottom } })
                }}
              >
                <bdi className={classes.username}>{username}</bdi>
                {username === you && <span className={classes.you}>({t('common:you')})</span>}
                <IconChevronDown className={classes.arrow} size={14} stroke={1.75} aria-hidden />
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}
