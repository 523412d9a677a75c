import { missingSteps } from 'types/org-setup'
import { ListGroup, ListRow } from '@/components/list-row'
import { useSetup } from '@/hooks/use-setup'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { readStored, writeStored } from '@/lib/storage'

/**
 * What the highest union still lacks before workers can come. Once it has all of it, or for any other union, it is not
 * asked again on this phone.
 */
export const SetupCard = ({ nodeId }: { nodeId: string }) => {
  const known = readStored('set-up') ?? []
  const { data } = useSetup(nodeId, !known.includes(nodeId))
  if (!data) return null
  const missing = data.isRoot ? missingSteps(data) : []
  if (missing.length > 0)
    return (
      <ListGroup>
        <ListRow
          icon="list"
          tone="green"
          title="上手清单"
          detail="照着做，贴出第一张海报"
          value={`还差 ${missing.length} 步`}
          onPress={() => openPage(routes.officeWizard)}
        />
      </ListGroup>
    )
  if (!known.includes(nodeId)) writeStored('set-up', [...known, nodeId])
  return null
}
