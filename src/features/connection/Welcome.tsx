import { Button } from '@mantine/core'
import { IconGitCompare, IconLock, IconPlayerPlay, IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HelpLinks } from './HelpLinks.tsx'
import classes from './Welcome.module.css'

const PROMISES = [
  { key: 'server', Icon: IconLock },
  { key: 'shows', Icon: IconGitCompare },
  { key: 'slow', Icon: IconWifiOff },
] as const

interface WelcomeProps {
  /** Absent if there is no demo. */
  onTryDemo?: (() => void) | undefined
}

/** Introduces the app to new users. */
export function Welcome({ onTryDemo }: WelcomeProps) {
  const { t } = useTranslation('connection')
  return (
    <div className={classes.welcome}>
      <h1 className={classes.title}>{t('welcome.title')}</h1>
      <p className={classes.lead}>{t('welcome.lead')}</p>
      <ul className={classes.promises}>
        {PROMISES.map(({ key, Icon }) => (
          <li key={key} className={classes.promise}>
            <Icon size={18} stroke={1.75} aria-hidden />
            <div>
              <b>{t(`welcome.${key}.title`)}</b>
              <p className={classes.dim}>{t(`welcome.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <HelpLinks />
      {onTryDemo && (
        <section className={classes.demo} aria-labelledby="demo-title">
          <div>
            <h2 id="demo-title" className={classes.demoTitle}>
              {t('demo.title')}
            </h2>
            <p className={classes.dim}>{t('demo.text')}</p>
          </div>
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} stroke={1.75} className="fb-flip" aria-hidden />}
            onClick={onTryDemo}
          >
            {t('demo.try')}
          </Button>
        </section>
      )}
    </div>
  )
}
