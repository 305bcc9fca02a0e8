import { useMediaQuery } from '@mantine/hooks'

/** Whether the page is as narrow as a phone. The width is that of the media queries in the style sheets. */
export const useIsPhone = () => useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
