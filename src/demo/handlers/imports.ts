import { serializeImport, startImport, type Upload } from '#/demo/assets/imports.ts'
import { requireUser } from '#/demo/authentication.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { json, notFound, serverError } from '#/demo/responses.ts'

/** Reads form fields only. KPI accepts a JSON body, but ignores it [0235]. */
async function readUpload({ request, username }: Call): Promise<Upload> {
  const isForm = /form/.test(request.headers.get('Content-Type') ?? '')
  const form = isForm ? await request.formData() : new FormData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const file = form.get('file')
  const name = text('name') ?? ''
  const isFile = typeof file === 'object' && file !== null
  return {
    owner: username,
    name,
    fileName: isFile ? file.name : name,
    link: text('url'),
    bytes: isFile ? new Uint8Array(await file.arrayBuffer()) : decoded(text('base64Encoded')),
    isLibrary: text('library') !== 'false',
    desiredType: text('desired_type') ?? '',
    destination: /assets\/(\w+)\/?$/.exec(text('destination') ?? '')?.[1],
  }
}

/** Bytes of a data URL [0236]. */
function decoded(dataUrl: string | undefined): Uint8Array | undefined {
  if (dataUrl === undefined) return undefined
  return Uint8Array.from(atob(dataUrl.split(',').at(-1) ?? ''), (letter) => letter.charCodeAt(0))
}

export const importResources: Resource[] = [
  resource('api/v2/imports/', {
    /** KPI fails as soon as there is an import to list [0208]. */
    GET: ({ db, username }) => {
      if (db.imports().some(({ owner }) => owner === username)) throw serverError()
      return json({ count: 0, next: null, previous: null, results: [] })
    },
    /** Always accepted: KPI checks the file later [0201, 0231]. */
    POST: async (call) => {
      requireUser(call.username)
      const task = await startImport(call.db, await readUpload(call))
      await call.db.saveImport(task)
      const url = `${call.url.origin}/api/v2/imports/${task.uid}/`
      return json({ uid: task.uid, url, status: 'processing' }, 201)
    },
  }),

  resource('api/v2/imports/:import/', {
    GET: ({ db, params, username }) => {
      const task = db.import(params.import ?? '')
      if (!task || task.owner !== requireUser(username)) throw notFound()
      return json(serializeImport(task, Date.now()))
    },
  }),
]
