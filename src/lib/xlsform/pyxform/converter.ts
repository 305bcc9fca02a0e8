import type { loadPyodide } from 'pyodide'
import type { Sheets } from '#/lib/xlsform/sheets.ts'

interface ConverterParts {
  /** Pyodide's own function: from the package under Node, from the site's own files in a worker. */
  load: typeof loadPyodide
  /** Where Pyodide's files are: a folder, or a URL that ends in `/`. */
  indexURL: string
  /** `vendor/pyxform/packages.zip`: pyxform and what it needs. */
  packages: Uint8Array
}

/** What the converter answers: the form is sound for it, or the text of its first error. */
interface Conversion {
  error: string | null
  warnings: string[]
}

/** Converts the sheets of a form as KPI does when it deploys, without ODK Validate. */
export type Converter = (sheets: Sheets) => Conversion

/** Reads the sheets as JSON, so that nothing has to be converted between the two languages. */
const CHECK = `
import json, sys
sys.path.insert(0, '/pyxform')
from pyxform.xls2xform import convert

def check(text):
    warnings = []
    try:
        convert(json.loads(text), validate=False, pretty_print=False, warnings=warnings, form_name='data')
        return json.dumps({'error': None, 'warnings': warnings})
    except Exception as error:
        return json.dumps({'error': str(error), 'warnings': warnings})

check
`

/** Starts Python and pyxform, the converter of the server. Takes seconds: keep the result. @throws if a file is missing */
export async function startConverter({ load, indexURL, packages }: ConverterParts): Promise<Converter> {
  const python = await load({ indexURL })
  python.unpackArchive(packages.slice().buffer, 'zip', { extractDir: '/pyxform' })
  const check = python.runPython(CHECK) as (text: string) => string
  return (sheets) => JSON.parse(check(JSON.stringify(sheets))) as Conversion
}
