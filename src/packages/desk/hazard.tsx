import { Page } from '@/components/page'
import { HazardPanel } from '@/features/desk/hazard-panel'
import { useQueryParam } from '@/hooks/use-query-param'

/** One hazard on the officer's phone. */
const HazardPage = () => (
  <Page title="隐患办理">
    <HazardPanel id={useQueryParam('id') ?? ''} />
  </Page>
)

export default HazardPage
