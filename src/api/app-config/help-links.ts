import { appConfig } from './app-config.ts'

/** The help links of `config.json`, with labels in the language if there are some, else in English. */
export const helpLinks = (language: string) =>
  appConfig().help.map(({ label, url }) => ({
    url,
    label: typeof label === 'string' ? label : (label[language] ?? label['en'] ?? Object.values(label)[0] ?? url),
  }))
