import { ActionIcon, Drawer } from '@mantine/core'
import { useEventListener } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type ReactNode, type Ref, type RefObject, useEffect, useRef } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from './SubmissionPanel.module.css'

interface SubmissionPanelProps {
  /** What the submission is called. */
  title: string
  /** On a phone it covers the page. */
  isPhone: boolean
  /** Whether the keyboard goes there: not where the mouse opened it, nor where it was open from the first. */
  takesFocus: boolean
  /** Those above and below it in the table; absent at the ends. */
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  onClose: () => void
  /** Opens it on a page of its own. */
  toPage: ReactNode
  /** What scrolls under the head. */
  body: Ref<HTMLDivElement>
  children: ReactNode
}

/** One submission beside the table. */
export function SubmissionPanel(props: SubmissionPanelProps) {
  const { title, isPhone, takesFocus, onClose, body, children } = props
  const { t } = useDisplay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])

  // Of the page's own events: a menu of the panel stands outside it in the page, and closes by itself.
  const panel = useEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onClose()
  })

  const inside = (
    <>
      <PanelHead {...props} heading={heading} />
      {/* Long answers scroll under the head, by the keyboard too. */}
      <div ref={body} className={classes.body} role="region" aria-label={title} tabIndex={0}>
        {children}
      </div>
    </>
  )
  if (isPhone) {
    return (
      <Drawer.Root opened onClose={onClose} position="bottom" size="100%">
        <Drawer.Content aria-label={title}>
          <Drawer.Body className={classes.sheet ?? ''}>{inside}</Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    )
  }
  return (
    <aside ref={panel} className={classes.panel} aria-label={t('panel.label')}>
      {inside}
    </aside>
  )
}

type PanelHeadProps = SubmissionPanelProps & { heading: RefObject<HTMLHeadingElement | null> }

function PanelHead({ title, onPrevious, onNext, onClose, toPage, heading }: PanelHeadProps) {
  const { t } = useDisplay()
  return (
    <div className={classes.head}>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        <bdi>{title}</bdi>
      </h2>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('panel.previous')}
        disabled={!onPrevious}
        onClick={onPrevious}
      >
        <IconChevronUp size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('panel.next')} disabled={!onNext} onClick={onNext}>
        <IconChevronDown size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      {toPage}
      <ActionIcon variant="subtle" color="gray" aria-label={t('panel.close')} onClick={onClose}>
        <IconX size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  )
}
