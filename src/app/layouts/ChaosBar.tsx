import { Button } from '@mantine/core'
import { IconBug } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { type DemoChaos, useDemoControls } from '#/app/demo-controls.ts'
import { StatusBar } from '#/ui/feedback/StatusBar.tsx'

/** Says that the demo simulates an error. */
export function ChaosBar() {
  const demo = useDemoControls()
  const [chaos, setChaos] = useState<DemoChaos | null>(null)
  useEffect(() => {
    void demo.chaos().then(setChaos)
  }, [demo])
  return chaos && <OpenChaosBar chaos={chaos} />
}

function OpenChaosBar({ chaos }: { chaos: DemoChaos }) {
  const { t } = useTranslation('errors')
  const text = useSyncExternalStore(chaos.subscribe, chaos.text)
  if (text === '') return null
  return (
    <StatusBar
      edge="bottom"
      icon={IconBug}
      aside={
        <Button variant="default" size="compact-sm" onClick={() => chaos.set('')}>
          {t('chaos.end')}
        </Button>
      }
    >
      <Trans t={t} i18nKey="chaos.on" components={{ chaos: <bdi dir="ltr">{text}</bdi> }} />
    </StatusBar>
  )
}
