/** The addresses in a text, one in a line, and the lines (from 1) that hold none. */
export function linksOf(text: string): { links: string[]; wrongLines: number[] } {
  const links: string[] = []
  const wrongLines: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    const link = toFileLink(trimmed)
    if (link === undefined) wrongLines.push(index + 1)
    else links.push(link)
  }
  return { links, wrongLines }
}

/** The address of a file; that of the spreadsheet's page at Google or Dropbox becomes that of its Excel file. */
function toFileLink(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return undefined
  const [, sheet] = /^\/spreadsheets\/d\/([\w-]+)/.exec(url.pathname) ?? []
  if (url.hostname === 'docs.google.com' && sheet !== undefined)
    return `https://docs.google.com/spreadsheets/d/${sheet}/export?format=xlsx`
  if (url.hostname === 'www.dropbox.com') url.searchParams.set('dl', '1')
  return url.href
}

/** What a form is called by its address: `visits.xlsx`. */
export function nameOfLink(link: string): string {
  const url = URL.parse(link)
  const last = url?.pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return /\.\w+$/.test(last) ? decodeURIComponent(last) : (url?.hostname ?? link)
  } catch {
    return last // an address with a lone %
  }
}
