/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string) {
  const url = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The download has taken its own hold of the content by the next task.
  setTimeout(() => URL.revokeObjectURL(url))
}

/** A file name from a title: without the characters that file systems refuse. */
export const toFileName = (title: string, extension: string) =>
  `${
    title
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, 120) || 'form'
  }.${extension}`
