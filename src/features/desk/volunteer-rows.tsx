import { ListGroup, ListRow } from '@/components/list-row'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Work with volunteers after their review. */
export const VolunteerRows = ({ isOfficer }: { isOfficer: boolean }) => (
  <ListGroup title="志愿者">
    <ListRow icon="people" tone="green" title="志愿服务队" onPress={() => openPage(routes.corpsTeams)} />
    <ListRow
      icon="chart"
      tone="amber"
      title="年度服务与考核"
      detail="达标情况、考核、优秀推荐、证书"
      onPress={() => openPage(routes.corpsYears)}
    />
    <ListRow icon="document" tone="amber" title="活动简报" onPress={() => openPage(routes.corpsReports)} />
    {isOfficer && (
      <ListRow
        icon="edit"
        title="资料更正"
        detail="志愿者申请更正姓名、号码等"
        onPress={() => openPage(routes.corpsCorrections)}
      />
    )}
  </ListGroup>
)
