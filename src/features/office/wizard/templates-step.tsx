import { View } from '@tarojs/components'
import { templateVariable } from 'types/message-templates'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Tag } from '@/components/tag'
import { useSubscribe } from '@/hooks/use-subscribe'
import { sentenceOf } from '@/lib/query-client'
import { isConfigured, useOwnTemplates, useTryTemplate } from './template-api'

/** Tried with the officer's own daily template: allow one first, then send. */
const Trial = () => {
  const { ask, left } = useSubscribe('wizard', 'work-to-do')
  const attempt = useTryTemplate()
  const { data, error, isPending } = attempt
  return (
    <>
      {data && <Card tone={data.isSent ? 'green' : 'amber'}>{`待办事项提醒：${data.words}`}</Card>}
      {error && <Card tone="red">{sentenceOf(error)}</Card>}
      {left > 0 || isPending ? (
        <Button kind="ghost" icon="send" loading={isPending} onPress={() => attempt.mutate('work-to-do')}>
          给自己试发一条
        </Button>
      ) : (
        <Button kind="ghost" icon="bell" onPress={ask}>
          先允许给我发一条
        </Button>
      )}
    </>
  )
}

/** Which of the account's message templates the deployment knows, and one sent to oneself. */
export const TemplatesStep = () => (
  <View className="stack">
    <QueryView query={useOwnTemplates()}>
      {({ templates }) => (
        <ListGroup>
          {templates.map((template) => (
            <ListRow
              key={template.key}
              title={template.title}
              detail={isConfigured(template) ? undefined : `部署时填 ${templateVariable(template.key)}`}
              value={isConfigured(template) ? <Tag tone="green">已配置</Tag> : <Tag tone="amber">没配置</Tag>}
            />
          ))}
        </ListGroup>
      )}
    </QueryView>
    <View className="note">没配置的，微信里收不到提醒，消息只在小程序里看；其他功能照常。</View>
    <Trial />
  </View>
)
