import { ListGroup, ListRow } from '@/components/list-row'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Where somebody who applied goes from here. */
export const OwnLinks = ({ enrolled }: { enrolled: boolean }) => (
  <ListGroup>
    {enrolled && <ListRow icon="people" tone="green" title="我的队伍" onPress={() => openPage(routes.volunteerTeam)} />}
    {enrolled && (
      <ListRow
        icon="scan"
        tone="amber"
        title="我的推广码"
        detail="给工友扫，看有多少人因您而来"
        onPress={() => openPage(routes.volunteerCode)}
      />
    )}
    <ListRow
      icon="lock"
      tone="blue"
      title="我的资料"
      detail="查看、更正、导出、删除，谁看过"
      onPress={() => openPage(routes.volunteerData)}
    />
  </ListGroup>
)
