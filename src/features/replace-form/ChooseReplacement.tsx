import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.layer.css'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ReplaceForm.module.css'

interface ChooseReplacementProps {
  file: File | undefined
  onChoose: (file: File | undefined) => void
}

/** Where a file is chosen or dropped. */
export function ChooseReplacement({ file, onChoose }: ChooseReplacementProps) {
  const { t } = useTranslation('replacing')
  const format = useFormat()
  const open = useRef<() => void>(null)
  return (
    <Dropzone
      openRef={open}
      activateOnClick={false}
      activateOnKeyboard={false}
      tabIndex={-1}
      multiple={false}
      classNames={{ root: classes.zone ?? '', inner: classes.zoneInner ?? '' }}
      enablePointerEvents
      onDrop={([dropped]) => {
        if (dropped) onChoose(dropped)
      }}
    >
      <div className={classes.zoneText}>
        {file ? (
          <p>
            <strong>
              <bdi>{file.name}</bdi>
            </strong>{' '}
            <span className={classes.dimmed}>{format.fileSize(file.size)}</span>
          </p>
        ) : (
          <p>{t('choose.drop')}</p>
        )}
      </div>
      <Button
        variant={file ? 'default' : 'filled'}
        leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
        onClick={() => open.current?.()}
      >
        {t(file ? 'choose.another' : 'choose.file')}
      </Button>
    </Dropzone>
  )
}
