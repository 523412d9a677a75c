import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { spokenEntries } from 'types/hazard-spoken'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { hazardKeys } from '@/features/hazard/keys'
import { call } from '@/lib/call'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'

type Props = { id: string; retrievalKey: string }

const useForgetSpeaker = (input: Props) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(spokenEntries, 'hazard', 'forgetSpeaker', input),
    meta: { silent: true },
    onSettled: () => void client.invalidateQueries({ queryKey: hazardKeys.root }),
  })
}

/** Who had a team leader write his report down may take his name back; the word on his slip is enough. */
export const SpokenCard = (props: Props) => {
  const [asking, setAsking] = useState(false)
  const close = useCallback(() => setAsking(false), [])
  const forgetting = useForgetSpeaker(props)
  const forget = () =>
    forgetting.mutate(undefined, {
      onSuccess: () => showToast('姓名和手机号已删除', 'good'),
      onError: (error) => showToast(sentenceOf(error), 'bad'),
      onSettled: close,
    })
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">由班组长代为上报</View>
        <View className="text-m">
          留下的姓名和手机号加密保存，只有办理的工会能看；不想再留，可以删掉，隐患照常办理。
        </View>
        <View className="row-wrap">
          <Button small kind="quiet" icon="trash" onPress={() => setAsking(true)}>
            删除姓名和手机号
          </Button>
        </View>
      </View>
      <ConfirmDialog
        open={asking}
        danger
        title="删除留下的姓名和手机号？"
        confirmWord="删除"
        loading={forgetting.isPending}
        onConfirm={forget}
        onClose={close}
      >
        删掉后工会联系不上上报人，奖励也对不上人。凭口令仍能看进度。
      </ConfirmDialog>
    </Card>
  )
}
