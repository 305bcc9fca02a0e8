import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.layer.css'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FullScreenDrop.module.css'
import { startImports } from '#/features/import-form/job/run-imports.ts'

/** Covers the page while files are dragged over it. */
export function FullScreenDrop({ onStarted }: { onStarted?: () => void }) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  return (
    <Dropzone.FullScreen
      key={useInternalDragCount()}
      aria-hidden // only for the mouse; the button works by keyboard
      activateOnKeyboard={false}
      classNames={{ root: classes.zone ?? '' }}
      onDrop={(files) => {
        if (files.length === 0) return
        startImports(client, files)
        onStarted?.()
      }}
    >
      <div className={classes.invitation}>
        <IconFileImport size={40} stroke={1.25} />
        <p className={classes.title}>{t('drop.title')}</p>
        <p>{t('drop.accepted')}</p>
      </div>
    </Dropzone.FullScreen>
  )
}

/**
 * Counts drags that began inside the page, such as of a text or a link. The zone misses their `dragenter` but not their
 * `dragleave`, and would then stay open: as a key, the count remounts it.
 */
function useInternalDragCount() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const add = () => setCount((previous) => previous + 1)
    document.addEventListener('dragend', add)
    return () => document.removeEventListener('dragend', add)
  }, [])
  return count
}
