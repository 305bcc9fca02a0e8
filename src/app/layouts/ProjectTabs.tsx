import { VisuallyHidden } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { lastAddress, RETURNING } from '#/app/last-addresses.ts'
import { paths } from '#/app/paths.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import classes from './project-page.module.css'

interface ProjectTabsProps {
  assetUid: string
  hasSubmissionsTab: boolean
  /** Beside the tab of submissions; `null` where there is none. */
  submissionCount: number | null
}

/** The tabs of a project. The table opens as it was last shown. */
export function ProjectTabs({ assetUid, hasSubmissionsTab, submissionCount }: ProjectTabsProps) {
  const { t } = useTranslation('project')
  const format = useFormat()
  const tabs = useCurrentTabInView()
  return (
    <nav ref={tabs} className={classes.tabs} aria-label={t('tabs.label')}>
      <NavLink to={paths.project(assetUid)} end>
        {t('tabs.summary')}
      </NavLink>
      <NavLink to={paths.form(assetUid)}>{t('tabs.form')}</NavLink>
      {hasSubmissionsTab && (
        <NavLink to={lastAddress(paths.submissions(assetUid))} state={RETURNING}>
          {t('tabs.submissions')}
          {submissionCount !== null && <span className={classes.count}>{format.number(submissionCount)}</span>}
        </NavLink>
      )}
      <NavLink to={paths.sharing(assetUid)}>{t('tabs.sharing')}</NavLink>
      <NavLink to={paths.settings(assetUid)}>{t('tabs.settings')}</NavLink>
    </nav>
  )
}

/** Scrolls the tabs, where they do not fit, so that the current one is visible. */
function useCurrentTabInView() {
  const tabs = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const tab = tabs.current?.querySelector('[aria-current]')
    if (!tab) return undefined
    // The observer looks after the browser's own layout; to scroll at once would lay out the new page first.
    const observer = new IntersectionObserver(
      ([entry]) => {
        observer.disconnect()
        if (entry && entry.intersectionRatio < 1) tab.scrollIntoView({ block: 'nearest', inline: 'center' })
      },
      { root: tabs.current },
    )
    observer.observe(tab)
    return () => observer.disconnect()
  }, [pathname])
  return tabs
}

/** The link from a project to the list, as it was last shown. On a phone it is an arrow. */
export function BackToProjects() {
  const { t } = useTranslation()
  const isPhone = useIsPhone()
  return (
    <Link className={classes.back} to={lastAddress(paths.projects())} state={RETURNING}>
      {isPhone ? (
        <>
          <IconArrowLeft size={20} stroke={1.75} className="fb-flip" aria-hidden />
          <VisuallyHidden>{t('projects')}</VisuallyHidden>
        </>
      ) : (
        t('projects')
      )}
    </Link>
  )
}
