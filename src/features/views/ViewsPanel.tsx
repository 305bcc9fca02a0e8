import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { DEFAULT_COLUMNS } from '#/dataset/query/query.ts'
import { isolate } from '#/lib/bidi.ts'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { PersonalViews } from './PersonalViews.tsx'
import { SaveProjectView } from './SaveProjectView.tsx'
import type { ViewsControlProps } from './ViewsControl.tsx'
import classes from './ViewsPanel.module.css'
import { viewOfProject } from './project-view.ts'

interface ViewsPanelProps extends ViewsControlProps {
  onClose: () => void
}

/** Views of the table: the project's, for everyone, and the person's own. */
export function ViewsPanel(props: ViewsPanelProps) {
  const { asset, view, onView, onClose } = props
  const { t } = useTranslation('columns')
  const ofProject = viewOfProject(asset)
  const isSetUp = Object.keys(ofProject).length > 0
  const plain = { ...view, ...DEFAULT_COLUMNS, language: 0, sort: null, page: 1, submission: null }
  const show = (next: typeof view) => {
    onClose()
    onView(next)
  }
  return (
    <SidePanel title={t('views.title')} onClose={onClose}>
      <div className={classes.views}>
        <section className={classes.group}>
          <h3>{t('views.everyone')}</h3>
          <p className={classes.help}>{t(isSetUp ? 'views.everyoneSet' : 'views.everyoneNot')}</p>
          <div className={classes.summary}>
            {isSetUp && (
              <Button variant="default" onClick={() => show({ ...plain, ...ofProject })}>
                {t('views.showProject')}
              </Button>
            )}
            <Button variant="default" onClick={() => show(plain)}>
              {t('views.showUsual')}
            </Button>
          </div>
          {assetCan.edit(asset) ? (
            <SaveProjectView {...props} />
          ) : (
            <p className={classes.help}>{t('views.mayNot', { owner: isolate(asset.owner__username) })}</p>
          )}
        </section>
        <PersonalViews {...props} onShow={show} />
      </div>
    </SidePanel>
  )
}
