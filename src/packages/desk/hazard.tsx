import { Page } from '@/components/page'
import { HazardPanel } from '@/features/desk/hazard-panel'
import { useNeededParam } from '@/hooks/use-needed-param'

/** One hazard on the officer's phone. */
const HazardPage = () => (
  <Page title="隐患办理">
    <HazardPanel id={useNeededParam('id')} />
  </Page>
)

export default HazardPage
