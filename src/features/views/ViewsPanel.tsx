import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { readDatasetQuery, type DatasetQuery, writeDatasetQuery } from '#/dataset/query/query.ts'
import { isolate } from '#/lib/bidi.ts'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { PersonalViews } from './PersonalViews.tsx'
import { SaveProjectView } from './SaveProjectView.tsx'
import type { PanelPurpose, ViewsProps } from './ViewsControl.tsx'
import classes from './ViewsPanel.module.css'
import { viewAddress } from './personal-views.ts'
import { viewOfProject } from './project-view.ts'
import { defaultView } from './use-active-view.ts'

interface ViewsPanelProps extends ViewsProps {
  purpose: PanelPurpose
  onClose: () => void
}

/** The panel with the user's own views and that of the project. */
export function ViewsPanel(props: ViewsPanelProps) {
  const { asset, view, named, purpose, onView, onClose } = props
  const { t } = useTranslation('columns')
  const ofProject = viewOfProject(asset)
  const isSetUp = Object.keys(ofProject).length > 0
  const show = (next: DatasetQuery) => {
    onClose()
    onView(next)
  }
  return (
    <SidePanel title={t('views.title')} onClose={onClose}>
      <div className={classes.views}>
        <PersonalViews
          named={named}
          address={viewAddress(writeDatasetQuery(view))}
          help={t(named.isOnDevice ? 'views.ownText' : 'views.ownTextTab')}
          isSaving={purpose === 'save'}
          onShow={(address) => show(readDatasetQuery(new URLSearchParams(address)))}
        />
        <section className={classes.group}>
          <h3>{t('views.everyone')}</h3>
          <p className={classes.help}>{t(isSetUp ? 'views.everyoneSet' : 'views.everyoneNot')}</p>
          <div className={classes.summary}>
            {isSetUp && (
              <Button variant="default" onClick={() => show({ ...defaultView(view), ...ofProject })}>
                {t('views.showProject')}
              </Button>
            )}
            <Button variant="default" onClick={() => show(defaultView(view))}>
              {t('views.showDefault')}
            </Button>
          </div>
          {assetCan.edit(asset) ? (
            <SaveProjectView {...props} isAskingAtFirst={purpose === 'saveForEveryone'} />
          ) : (
            <p className={classes.help}>{t('views.cannotSave', { owner: isolate(asset.owner__username) })}</p>
          )}
        </section>
      </div>
    </SidePanel>
  )
}
