import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { campaignMachine } from 'types/quiz-contest'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { showDate, showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber, showShare } from '@/lib/show-number'
import { showToast } from '@/lib/toast-store'
import { useMoveCampaign, type Campaign } from './quiz-api'
import './office.scss'

const asks = {
  open: { title: '现在开始？', text: '开始后职工就能闯关，题目和关卡不能再改。', done: '活动已开始' },
  close: { title: '现在结束？', text: '结束后不能再闯关，也不能重新开始；成绩都会保留。', done: '活动已结束' },
} as const

const MoveButton = ({ campaign }: { campaign: Campaign }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const command = useMoveCampaign()
  const move = campaignMachine.moves.find(({ from, by }) => from.includes(campaign.state) && by.includes('officer'))
  if (!move) return null
  const ask = asks[move.act]
  const { id, version, title } = campaign
  const confirm = () =>
    command.mutate({ id, version, act: move.act }, { onSuccess: () => showToast(ask.done, 'good'), onSettled: close })
  return (
    <>
      <Button kind="ghost" small label={`${move.label}：${title}`} onPress={() => setOpen(true)}>
        {move.label}
      </Button>
      <ConfirmDialog
        open={open}
        title={ask.title}
        confirmWord={move.label}
        danger={move.act === 'close'}
        loading={command.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        {`“${title}”：${ask.text}`}
      </ConfirmDialog>
    </>
  )
}

const passRate = ({ papers, passed }: Campaign) => (papers > 0 ? showShare(passed / papers) : '—')

/** One campaign: its window, who plays, and the way to begin or end it. */
export const CampaignCard = ({ campaign }: { campaign: Campaign }) => (
  <Card>
    <View className="stack">
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{campaign.title}</View>
          <StateTag state={campaignMachine.states[campaign.state]} />
        </View>
        <View className="text-m">{`${showDate(campaign.opensAt)} 至 ${showDay(campaign.closesAt)}`}</View>
      </View>
      <View className="office-stats">
        <Stat value={campaign.players} label="参与人数" />
        <Stat value={showNumber(campaign.papers)} label="答卷" />
        <Stat value={passRate(campaign)} label="过关率" />
      </View>
      <View className="row-wrap">
        <MoveButton campaign={campaign} />
        <Button
          kind="ghost"
          small
          icon="gift"
          label={`奖品和抽奖：${campaign.title}`}
          onPress={() => openPage(routes.officePrizes, { campaignId: campaign.id })}
        >
          奖品和抽奖
        </Button>
      </View>
    </View>
  </Card>
)
