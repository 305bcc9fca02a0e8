import { testViews, type View } from '../../views.ts'

/** 96 submissions to two versions of a form. */
const COMPARED = '/projects/aBoreholesManderaRenew/compare'

const VIEWS: View[] = [
  {
    name: 'the differences between two versions of a form',
    path: COMPARED,
    shows: (page) => page.getByRole('region', { name: 'Repair', exact: true }),
  },
  {
    name: 'what redeploying changes',
    path: '/projects/aMenagesNordKivu2epass/compare',
    shows: (page) => page.getByRole('complementary', { name: 'What happens' }),
  },
  {
    name: 'a form with only one version',
    path: '/projects/aPostDistributionDraft/compare',
    shows: (page) => page.getByText('only one version'),
  },
]

testViews(VIEWS)
