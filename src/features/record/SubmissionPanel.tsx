import { Drawer } from '@mantine/core'
import { useEventListener } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type ReactNode, type Ref, type RefObject, useEffect, useRef } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { isListOpen } from '#/lib/list-open.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './SubmissionPanel.module.css'

interface SubmissionPanelProps {
  title: string
  /** Whether it covers the page. */
  isPhone: boolean
  /** Whether the heading gets the focus: not if the panel was opened by mouse, or with the page. */
  takesFocus: boolean
  /** Opens the row above or below; `undefined` at the ends of the table. */
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  onClose: () => void
  /** The link to the submission's own page. */
  pageLink: ReactNode
  /** The scrolling element. */
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

  // A native listener: keys in a menu of the panel, which React renders in a portal, do not arrive here.
  const panel = useEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && !isListOpen(target)) onClose()
  })

  const content = (
    <>
      <PanelHead {...props} heading={heading} />
      {/* Focusable, so that it can be scrolled by keyboard. */}
      <div ref={body} className={classes.body} role="region" aria-label={title} tabIndex={0}>
        {children}
      </div>
    </>
  )
  if (isPhone) {
    return (
      <Drawer.Root opened onClose={onClose} position="bottom" size="100%">
        <Drawer.Content aria-label={title}>
          <Drawer.Body className={classes.sheet ?? ''}>{content}</Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    )
  }
  return (
    <aside ref={panel} className={classes.panel} aria-label={t('panel.label')}>
      {content}
    </aside>
  )
}

type PanelHeadProps = SubmissionPanelProps & { heading: RefObject<HTMLHeadingElement | null> }

function PanelHead({ title, onPrevious, onNext, onClose, pageLink, heading }: PanelHeadProps) {
  const { t } = useDisplay()
  return (
    <div className={classes.head}>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        <bdi>{title}</bdi>
      </h2>
      <IconButton variant="subtle" color="gray" label={t('panel.previous')} disabled={!onPrevious} onClick={onPrevious}>
        <IconChevronUp size={18} stroke={1.75} aria-hidden />
      </IconButton>
      <IconButton variant="subtle" color="gray" label={t('panel.next')} disabled={!onNext} onClick={onNext}>
        <IconChevronDown size={18} stroke={1.75} aria-hidden />
      </IconButton>
      {pageLink}
      <IconButton variant="subtle" color="gray" label={t('panel.close')} onClick={onClose}>
        <IconX size={18} stroke={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
