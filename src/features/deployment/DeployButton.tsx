import { Button, type ButtonProps } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDeployment } from './deployment-context.ts'

/** Opens the dialog that deploys a draft. */
export function DeployButton({ variant = 'filled' }: Pick<ButtonProps, 'variant'>) {
  const { t } = useTranslation('deployment')
  const { ask } = useDeployment()
  return (
    <Button
      variant={variant}
      leftSection={<IconSend size={16} stroke={1.75} aria-hidden className="fb-flip" />}
      onClick={() => ask('deploy')}
    >
      {t('deploy.thisForm')}
    </Button>
  )
}
