import { useTranslation } from 'react-i18next'
import { Dialog } from '#/ui/dialogs/Dialog.tsx'
import { Keys } from '#/ui/Keys.tsx'
import classes from './ShortcutsDialog.module.css'

/** By place: each action, and the shortcuts that do it. */
const SHORTCUTS = {
  everywhere: { help: ['?'], search: ['/'], jump: ['Mod+K'], close: ['Escape'] },
  table: {
    move: ['Arrows'],
    edge: ['Mod+Arrows'],
    row: ['Home', 'End'],
    page: ['PageUp', 'PageDown'],
    enter: ['Enter'],
    open: ['Space'],
    edit: ['F2'],
    rowMenu: ['Shift+F10', 'Menu'],
    columnMenu: ['Alt+ArrowDown'],
    adjacent: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
    find: ['Mod+F'],
  },
  selection: {
    cells: ['Shift+Arrows'],
    rows: ['Shift+Space'],
    columns: ['Ctrl+Space'],
    all: ['Mod+A'],
    copy: ['Mod+C'],
    clear: ['Escape'],
  },
  find: { next: ['Enter', 'F3'], previous: ['Shift+Enter', 'Shift+F3'], close: ['Escape'] },
  submission: { save: ['Mod+Enter'], page: ['Alt+Enter'], undo: ['Mod+Z'], close: ['Escape'] },
  page: { adjacent: ['Alt+ArrowLeft', 'Alt+ArrowRight'], save: ['Mod+Enter'], undo: ['Mod+Z'] },
  columns: { move: ['ArrowUp', 'ArrowDown'] },
} as const

type Place = keyof typeof SHORTCUTS
/** The key of a text: `table.move`. */
type ActionKey = { [P in Place]: `${P}.${keyof (typeof SHORTCUTS)[P] & string}` }[Place]

/** All keyboard shortcuts, by the place where they work. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shortcuts', 'common'])
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('common:shortcuts')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.places}>
        {(Object.keys(SHORTCUTS) as Place[]).map((place) => (
          <section key={place} className={classes.place}>
            <h3 className={classes.heading}>{t(`shortcuts:places.${place}`)}</h3>
            <dl className={classes.list}>
              {Object.entries<readonly string[]>(SHORTCUTS[place]).map(([action, shortcuts]) => (
                <div key={action} className={classes.line}>
                  <dt>{t(`shortcuts:actions.${`${place}.${action}` as ActionKey}`)}</dt>
                  <dd className={classes.keys}>
                    {shortcuts.map((keys) => (
                      <span key={keys} className={classes.key}>
                        <Keys keys={keys} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
