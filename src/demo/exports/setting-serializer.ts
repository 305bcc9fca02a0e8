import type { AssetRecord, ExportSettingRecord } from '#/demo/records.ts'

/** Saved settings in KPI's format [1040]. */
export function serializeExportSetting({ uid: assetUid }: AssetRecord, setting: ExportSettingRecord, origin: string) {
  const url = `${origin}/api/v2/assets/${assetUid}/export-settings/${setting.uid}/`
  return {
    uid: setting.uid,
    url,
    data_url_csv: `${url}data.csv`,
    data_url_xlsx: `${url}data.xlsx`,
    name: setting.name,
    date_modified: setting.date_modified,
    export_settings: setting.settings,
  }
}
