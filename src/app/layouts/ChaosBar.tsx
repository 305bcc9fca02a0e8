import { Button } from '@mantine/core'
import { IconBug } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type DemoChaos, useDemoControls } from '#/app/demo-controls.ts'
import { StatusBar } from '#/ui/feedback/StatusBar.tsx'

/** In the demo: that things go wrong on purpose, so that nobody takes it for the product. */
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
      place="bottom"
      icon={IconBug}
      aside={
        <Button variant="default" size="compact-sm" onClick={() => chaos.set('')}>
          {t('chaos.end')}
        </Button>
      }
    >
      {t('chaos.on')} <bdi dir="ltr">{text}</bdi>
    </StatusBar>
  )
}
