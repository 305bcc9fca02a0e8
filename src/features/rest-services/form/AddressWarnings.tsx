import { useTranslation } from 'react-i18next'
import { addressWarnings } from '#/features/rest-services/model/addresses.ts'
import { Warning } from './Warning.tsx'

/** What is worth knowing of an address before data is sent there. */
export function AddressWarnings({ endpoint }: { endpoint: string }) {
  const { t } = useTranslation('services')
  return addressWarnings(endpoint).map((warning) => <Warning key={warning}>{t(`form.warning.${warning}`)}</Warning>)
}
