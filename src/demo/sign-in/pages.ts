import { escapeXml } from '#/lib/xml.ts'

interface Field {
  name: string
  value: string
}

/** A minimal version of one of KPI's HTML pages. */
export function htmlPage(title: string, body: string, { status = 200, cookies = [] as string[] } = {}): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)} | KoboToolbox</title>
<style>body { font: 16px system-ui; max-inline-size: 24rem; margin: 4rem auto } label { display: block; margin: 1rem 0 }</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
${body}
</body>
</html>
`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(html, { status, headers })
}

const hidden = (fields: Field[]) =>
  fields
    .map(({ name, value }) => `<input type="hidden" name="${escapeXml(name)}" value="${escapeXml(value)}">`)
    .join('\n')

export const loginForm = (fields: Field[], error = '') => `<form method="post">
${error && `<p role="alert">${escapeXml(error)}</p>`}
${hidden(fields)}
<label>Username <input name="login" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">Log in</button>
</form>`

export const consentForm = (client: string, scopes: string[], fields: Field[]) => `<form method="post">
${hidden(fields)}
<p>${escapeXml(client)} asks for:</p>
<ul>${scopes.map((scope) => `<li>${escapeXml(scope)}</li>`).join('')}</ul>
<button type="submit">Cancel</button>
<button type="submit" name="allow" value="Authorize">Authorize</button>
</form>`

export const paragraph = (text: string) => `<p>${escapeXml(text)}</p>`
