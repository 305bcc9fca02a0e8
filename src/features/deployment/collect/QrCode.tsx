import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import classes from './CollectData.module.css'
import { qrPath } from './qr-path.ts'

/** Modules around the code that scanners need. */
const QUIET_ZONE = 4
/** Pixels of a module in the file: large enough for print. */
const SCALE = 16

interface QrCodeProps {
  /** A link, or what an app reads. */
  content: string
  /** Its accessible name. */
  label: string
  /** Of the picture, without its ending. */
  fileName: string
}

/** A QR code, black on white in both colour schemes, and a button to download it as a picture. */
export function QrCode({ content, label, fileName }: QrCodeProps) {
  const { t } = useTranslation('deployment')
  const { path, size } = useMemo(() => {
    const { data } = encode(content, { ecc: 'M', border: QUIET_ZONE })
    return { path: qrPath(data), size: data.length }
  }, [content])

  const download = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: size * SCALE, height: size * SCALE })
    const context = canvas.getContext('2d')
    if (!context) return
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.scale(SCALE, SCALE)
    context.fillStyle = '#000'
    context.fill(new Path2D(path))
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (picture) saveFile(picture, toFileName(fileName, 'png'))
  }

  return (
    <div className={classes.code}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        onClick={() => void download()}
      >
        {t('collect.downloadCode')}
      </Button>
    </div>
  )
}
