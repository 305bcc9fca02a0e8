import { Button, type ButtonProps } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDeployment } from './deployment-context.ts'

interface DeployButtonProps extends Pick<ButtonProps, 'variant'> {
  action?: 'deploy' | 'redeploy'
}

/** Opens the dialog that deploys a draft, or publishes what was changed. */
export function DeployButton({ variant = 'filled', action = 'deploy' }: DeployButtonProps) {
  const { t } = useTranslation('deployment')
  const { ask } = useDeployment()
  return (
    <Button
      variant={variant}
      leftSection={<IconSend size={16} stroke={1.75} aria-hidden className="fb-flip" />}
      onClick={() => ask(action)}
    >
      {t(action === 'deploy' ? 'deploy.thisForm' : 'redeploy.menu')}
    </Button>
  )
}
