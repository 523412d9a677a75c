import { ListGroup, ListRow } from '@/components/list-row'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Ways into the bank. */
export const BankLinks = () => (
  <ListGroup title="题库">
    <ListRow
      icon="upload"
      title="导入题库表格"
      detail="上传表格，先逐行检查再导入"
      onPress={() => openPage(routes.officeBankImport)}
    />
    <ListRow
      icon="check"
      title="题库与核对"
      detail="查找、核对、撤下题目"
      onPress={() => openPage(routes.officeQuestions)}
    />
    <ListRow
      icon="inbox"
      title="题目意见"
      detail="职工对题目的意见，在这里答复"
      onPress={() => openPage(routes.officeDisputes)}
    />
    <ListRow
      icon="chart"
      title="题目质量"
      detail="哪些题太难、太容易，或分不出高低"
      onPress={() => openPage(routes.officeQuestionQuality)}
    />
    <ListRow
      icon="list"
      title="法规库"
      detail="法规一修订，旧题自动转到待核对"
      onPress={() => openPage(routes.officeLaws)}
    />
  </ListGroup>
)
