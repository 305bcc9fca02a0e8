import { checkBytes } from './check-bytes.ts'
import type { CheckReply } from './check-file.ts'

const reply = (message: CheckReply) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  checkBytes(data).then(
    (checked) => reply({ checked }),
    (error: unknown) => reply({ error: String(error) }),
  )
})
reply('ready')
