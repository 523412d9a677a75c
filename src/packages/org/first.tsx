import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { useBecomeFirstAdministrator } from '@/features/org/api'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { openPage, replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'

const done = (
  <Empty
    icon="check"
    title="已启用，您是首位管理员"
    detail="接下来照着清单做，大约十分钟：下级工会、第二名管理员、第一个展台和海报。"
  >
    <Button onPress={() => replacePage(routes.officeWizard)}>照清单往下做</Button>
    <Button kind="quiet" onPress={() => replacePage(routes.desk)}>
      先去工作台看看
    </Button>
  </Empty>
)

/** Opens an empty environment: the union and its first officer, by the secret of the deployment. */
const FirstPage = () => {
  const form = useForm({ defaultValues: { secret: '', unionName: '', name: '' } })
  const found = useBecomeFirstAdministrator()
  useFieldErrors(form, found.error)
  if (found.data) return <Page title="首次启用">{done}</Page>
  const submit = (values: { secret: string; unionName: string; name: string }) => found.mutate(values)
  return (
    <Page
      title="首次启用"
      footer={
        <Button loading={found.isPending} onPress={submitAnew(form, submit)}>
          启用
        </Button>
      }
    >
      <View className="text-m">部署完成后，由工会的第一位管理员在这里启用。口令只能用一次。</View>
      <Card>
        <View className="stack">
          <TextField
            control={form.control}
            name="secret"
            label="一次性口令"
            hint="部署时填在云函数环境变量里的那一串，请向部署的人索取。"
            max={100}
          />
          <TextField
            control={form.control}
            name="unionName"
            label="工会名称"
            placeholder="例如 青泽市总工会"
            hint="最上级的工会，区县和企业工会以后建在它下面。"
            max={40}
          />
          <TextField control={form.control} name="name" label="您的姓名" kind="nickname" max={20} />
        </View>
      </Card>
      {found.error && <Card tone="red">{sentenceOf(found.error)}</Card>}
      <Button kind="quiet" onPress={() => openPage(routes.restore)}>
        以前备份过？恢复数据
      </Button>
    </Page>
  )
}

export default FirstPage
