import { appConfig } from './app-config.ts'

/** Links of `config.json`, in a language of the interface where the host gave a text in it. */
export const helpLinks = (language: string) =>
  appConfig().help.map(({ label, url }) => ({
    url,
    label: typeof label === 'string' ? label : (label[language] ?? label['en'] ?? Object.values(label)[0] ?? url),
  }))
