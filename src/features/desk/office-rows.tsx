import { ListGroup, ListRow } from '@/components/list-row'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Who and what there is, and how it is kept. */
const Keeping = ({ isOfficer }: { isOfficer: boolean }) => (
  <ListGroup title="管理">
    <ListRow icon="building" title="组织与企业" onPress={() => openPage(routes.officeTree)} />
    <ListRow
      icon="list"
      title="企业名册"
      detail="查找、修改，表格导入导出"
      onPress={() => openPage(routes.officeRegister)}
    />
    <ListRow icon="person" title="人员与邀请" onPress={() => openPage(routes.officePeople)} />
    {isOfficer && (
      <ListRow
        icon="swap"
        title="移交"
        detail="干部离任后，在办隐患由谁接手"
        onPress={() => openPage(routes.deskHandovers)}
      />
    )}
    <ListRow
      icon="shield"
      title="操作记录"
      detail="谁在什么时候办了什么，可核验没有被改"
      onPress={() => openPage(routes.deskEvents)}
    />
    {isOfficer && (
      <ListRow
        icon="swap"
        title="志愿者工作移交"
        detail="管理员离任后，审核、队伍、活动由谁接手"
        onPress={() => openPage(routes.corpsHandovers)}
      />
    )}
    {isOfficer && (
      <ListRow
        icon="shield"
        title="监管单位"
        detail="哪个监管单位审核哪个工会的志愿者"
        onPress={() => openPage(routes.officeRegulators)}
      />
    )}
    {isOfficer && (
      <ListRow
        icon="edit"
        title="机构名称"
        detail="监管部门、热线等在各处的叫法"
        onPress={() => openPage(routes.officeLabels)}
      />
    )}
    {isOfficer && (
      <ListRow
        icon="calendar"
        title="期限规则"
        detail="节假日，逾期后每一级等几天"
        onPress={() => openPage(routes.officeRules)}
      />
    )}
    {isOfficer && (
      <ListRow
        icon="download"
        title="备份"
        detail="由最上级工会的管理员办理"
        onPress={() => openPage(routes.officeBackups)}
      />
    )}
  </ListGroup>
)

/** The rarer work: messages, booths, campaigns, people, audit. */
export const OfficeRows = ({ isOfficer }: { isOfficer: boolean }) => (
  <>
    {isOfficer && (
      <ListGroup title="活动与消息">
        <ListRow
          icon="send"
          tone="amber"
          title="推送消息"
          detail="先预览，再看每个人的送达结果"
          onPress={() => openPage(routes.officePushes)}
        />
        <ListRow icon="scan" title="展台与二维码" onPress={() => openPage(routes.officeBooths)} />
        <ListRow icon="quiz" title="闯关活动" onPress={() => openPage(routes.officeCampaigns)} />
      </ListGroup>
    )}
    <Keeping isOfficer={isOfficer} />
  </>
)
