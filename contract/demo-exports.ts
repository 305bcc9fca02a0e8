import { getJson, household, type Situation } from './demo-situation.ts'
import type { Demo } from './demo.ts'

const SETTINGS = {
  fields_from_all_versions: true,
  group_sep: '/',
  hierarchy_in_labels: false,
  lang: '_xml',
  multiple_select: 'both',
  type: 'csv',
}

/** Starts an export and waits until the demo shows it as settled, or in the state before. */
const startExport =
  (settings: object = {}, isAwaited = true) =>
  async (demo: Demo) => {
    await demo.request({ method: 'POST', path: `${household}exports/`, body: { ...SETTINGS, ...settings } })
    const until = isAwaited ? ['complete', 'error'] : ['processing', 'complete']
    for (;;) {
      const { results } = (await getJson(demo, `${household}exports/`)) as unknown as { results: { status: string }[] }
      if (until.includes(results[0]?.status ?? '')) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

const newestExport = async (demo: Demo) => {
  const { results } = await getJson(demo, `${household}exports/`)
  return { path: `${household}exports/${results[0]?.uid}/` }
}

const saveSetting = (name: string) => (demo: Demo) =>
  demo.request({ method: 'POST', path: `${household}export-settings/`, body: { name, export_settings: SETTINGS } })

const newestSetting =
  (rest = '') =>
  async (demo: Demo) => {
    const { results } = await getJson(demo, `${household}export-settings/`)
    return { path: `${household}export-settings/${results[0]?.uid}/${rest}` }
  }

const inHousehold = { path: `${household}exports/` }

/** Exports and their saved settings. Recorded for another form, so that languages and questions are replaced. */
export const EXPORT_SITUATIONS: Situation[] = [
  ...['1001', '1020', '1023', '1026', '1031', '1032', '1033', '1036'].map((recording) => ({ recording })),
  { recording: '1002', setUp: startExport({}, false), request: newestExport },
  { recording: '1003', setUp: startExport(), request: newestExport },
  { recording: '1030', setUp: startExport() },
  { recording: '1035', setUp: startExport(), request: newestExport },
  { recording: '1038', setUp: startExport() },
  { recording: '2238', users: { CAROL: 'demo' }, request: () => inHousehold },
  { recording: '2239', users: { CAROL: 'demo' }, request: () => inHousehold },
  { recording: '2240', users: { CAROL: 'demo' }, request: () => inHousehold },
  { recording: '2241', users: { CAROL: 'demo' }, request: () => inHousehold },
  { recording: '1040' },
  { recording: '1041', setUp: saveSetting('Weekly') },
  { recording: '1042', setUp: saveSetting('Weekly'), request: newestSetting() },
  { recording: '1043', setUp: saveSetting('Weekly'), request: newestSetting() },
  { recording: '1044', setUp: saveSetting('Weekly (fr)') },
  { recording: '1045' },
  { recording: '1046' },
  { recording: '1048', setUp: saveSetting('Weekly'), request: newestSetting('data.csv') },
  { recording: '1052', setUp: saveSetting('Weekly'), request: newestSetting('data.csv') },
  { recording: '1053', setUp: saveSetting('Weekly'), request: newestSetting() },
]
