import { createSpotlight } from '@mantine/spotlight'

const [store, controls] = createSpotlight()

/** Whether the search for projects, pages and actions is open. */
export const jumpSpotlight = { store, ...controls }
