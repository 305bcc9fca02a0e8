import { Button, Progress } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { ErrorPanel, type ErrorPanelKind } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './JobBar.module.css'

/** A button of the bar. */
export interface JobAction {
  key: string
  label: string
  /** `filled` for continuing, `subtle` for closing; `default` by default. */
  variant?: 'filled' | 'default' | 'subtle'
  opensDialog?: boolean
  disabled?: boolean
  onClick: () => void
}

interface JobBarProps {
  /** Name of the region. */
  label: string
  /** What is being done, or was done. */
  title: ReactNode
  /** While the job is under way; `null` afterwards. */
  progress: { label: string; text: string; settled: number; total: number } | null
  /** The items that were not done, once the job is no longer under way. */
  summary?: ReactNode
  /** In their order: closing first, continuing last. */
  actions: readonly JobAction[]
  /** Why the job stopped; `message` in the server's words, or empty. */
  error?: { kind: ErrorPanelKind; title: string; explanation: string; message: string } | null
  /** Dialogs of the bar. */
  children?: ReactNode
}

/** A job on many items: its progress, its results, and what can be done about it. */
export function JobBar({ label, title, progress, summary, actions, error = null, children }: JobBarProps) {
  const bar = useRef<HTMLElement>(null)
  const isBusy = progress !== null

  // The button that began it has gone, and the focus with it: it moves to where the job is stopped or undone.
  useEffect(() => {
    if (document.activeElement === document.body) bar.current?.focus({ preventScroll: true })
  }, [isBusy])

  return (
    <section ref={bar} className={classes.bar} aria-label={label} tabIndex={-1} data-job>
      <div className={classes.status}>
        <p role="status" className={classes.title}>
          {title}
        </p>
        {progress ? (
          <>
            <Progress
              className={classes.progress ?? ''}
              aria-label={progress.label}
              value={(100 * progress.settled) / Math.max(1, progress.total)}
            />
            <span>{progress.text}</span>
          </>
        ) : (
          summary
        )}
      </div>
      <div className={classes.actions}>
        {actions.map(({ key, label: name, variant = 'default', opensDialog = false, disabled = false, onClick }) => (
          <Button
            key={key}
            variant={variant}
            disabled={disabled}
            {...(opensDialog && { 'aria-haspopup': 'dialog' })}
            onClick={onClick}
          >
            {name}
          </Button>
        ))}
      </div>
      {error && !isBusy && (
        <div className={classes.error}>
          <ErrorPanel kind={error.kind} title={error.title} explanation={error.explanation} message={error.message} />
        </div>
      )}
      {children}
    </section>
  )
}
