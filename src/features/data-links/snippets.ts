/** The programs for which the page has steps. */
export const PROGRAMS = ['excel', 'powerBi', 'sheets', 'r', 'python', 'curl', 'json'] as const
export type Program = (typeof PROGRAMS)[number]

/** Where a program can read the data. */
export interface DataAddresses {
  csv: string
  xlsx: string
  json: string
}

const IDENTIFIER = /^\w+$/

/**
 * The addresses of saved settings on a server. They are not taken from the server's answer, since they become part of commands.
 * `null` for identifiers that KPI does not have.
 */
export function dataAddresses(server: string, assetUid: string, settingUid: string): DataAddresses | null {
  if (![assetUid, settingUid].every((uid) => IDENTIFIER.test(uid))) return null
  const asset = `${new URL(server).href.replace(/\/$/, '')}/api/v2/assets/${assetUid}`
  if (!/^https?:\/\/[\w.:/~%[\]-]+$/.test(asset)) return null
  const setting = `${asset}/export-settings/${settingUid}`
  return { csv: `${setting}/data.csv`, xlsx: `${setting}/data.xlsx`, json: `${asset}/data/?format=json&limit=1000` }
}

/** Code that reads the data, to be copied and run as it is. The key comes from the environment, never from the code. */
export function snippetOf(program: Program, { csv, json }: DataAddresses): string {
  switch (program) {
    case 'excel':
    case 'powerBi':
      return `let
  Source = Csv.Document(
    Web.Contents("${csv}"),
    [Delimiter = ";", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
  ),
  Submissions = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
  Submissions`
    case 'sheets':
      return `=IMPORTDATA("${csv}", ";")`
    case 'r':
      return `file <- tempfile(fileext = ".csv")
download.file(
  "${csv}",
  file,
  headers = c(Authorization = paste("Token", Sys.getenv("KOBO_KEY")))
)
submissions <- read.csv(file, sep = ";", fileEncoding = "UTF-8", check.names = FALSE)
print(nrow(submissions))`
    case 'python':
      return `import csv, io, os, urllib.request

request = urllib.request.Request(
    "${csv}",
    headers={"Authorization": "Token " + os.environ["KOBO_KEY"]},
)
with urllib.request.urlopen(request) as response:
    text = io.TextIOWrapper(response, encoding="utf-8-sig", newline="")
    submissions = list(csv.DictReader(text, delimiter=";"))
print(len(submissions))`
    case 'curl':
      return `curl --fail --silent --show-error --location \\
  --header "Authorization: Token $KOBO_KEY" \\
  --output submissions.csv \\
  "${csv}"`
    case 'json':
      return `curl --fail --silent --show-error \\
  --header "Authorization: Token $KOBO_KEY" \\
  --output submissions.json \\
  "${json}"`
  }
}

/** How a program signs in. */
export const SIGN_IN: Record<Program, 'password' | 'key' | 'public'> = {
  excel: 'password',
  powerBi: 'password',
  sheets: 'public',
  r: 'key',
  python: 'key',
  curl: 'key',
  json: 'key',
}
