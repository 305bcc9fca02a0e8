import { useTranslation } from 'react-i18next'
import { SidePanel } from '#/ui/SidePanel.tsx'
import type { ListViewsControlProps } from './ListViewsControl.tsx'
import { PersonalViews } from './PersonalViews.tsx'
import type { useNamedViews } from './personal-views.ts'

interface ListViewsPanelProps extends ListViewsControlProps {
  /** The control and its panel share the views, as each reads the storage only once. */
  named: ReturnType<typeof useNamedViews>
  isSaving: boolean
  onClose: () => void
}

/** The panel with the user's views of the list of projects. */
export function ListViewsPanel({ named, address, isSaving, onShow, onClose }: ListViewsPanelProps) {
  const { t } = useTranslation('project-list')
  return (
    <SidePanel title={t('views.title')} onClose={onClose}>
      <PersonalViews
        named={named}
        address={{ search: address }}
        help={t(named.isOnDevice ? 'views.ownText' : 'views.ownTextTab')}
        isSaving={isSaving}
        onShow={(view) => {
          onClose()
          onShow(view['search'] ?? '')
        }}
      />
    </SidePanel>
  )
}
