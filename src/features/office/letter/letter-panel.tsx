import { View } from '@tarojs/components'
import { addressees, letterMachine, letterWays } from 'types/hazard-letter'
import { findLaw, nameOfLaw } from 'types/hazard-letter-laws'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PictureRow } from '@/components/photo-grid'
import { StateTag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showDate, showDay, showRemaining } from '@/lib/clock'
import { openDocument } from '@/lib/open-document'
import { Pairs } from '../pairs'
import { usePrintLetter, type Letter } from './letter-api'

const Part = ({ title, text }: { title: string; text: string }) => (
  <View>
    <View className="strong">{title}</View>
    <View className="pre-line">{text}</View>
  </View>
)

const basisOf = ({ laws }: Letter) =>
  laws
    .flatMap((id) => findLaw(id) ?? [])
    .map((basis) => `${nameOfLaw(basis)}“${basis.phrase}”`)
    .join('\n')

const Paper = ({ letter }: { letter: Letter }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="note">{letter.number ?? '草稿，发出时编号'}</View>
        <StateTag state={letterMachine.states[letter.state]} />
      </View>
      <View className="title">{letter.title}</View>
      <View>致：{letter.to}</View>
      <Part title="反映的问题" text={letter.facts} />
      <Part title="依据" text={basisOf(letter)} />
      <Part title="建议" text={letter.suggestion} />
      <View className="note">
        {letter.issuer} · 隐患 {letter.hazard}
      </View>
    </View>
  </Card>
)

const wayOf = ({ sent }: Letter) =>
  sent ? `${letterWays[sent.way]}，${showDate(sent.at)}${sent.note ? `（${sent.note}）` : ''}` : ''

const dueOf = ({ replyDueAt, state }: Letter) =>
  replyDueAt ? `${showDate(replyDueAt)}${state === 'sent' ? `，${showRemaining(replyDueAt)}` : ''}` : ''

const receiptOf = (letter: Letter, of: 'regulator' | 'union') => {
  const one = letter.referral?.[of]
  if (!one) return []
  const receipt = one.receipt ? `收件编号 ${one.receipt.number}（${showDay(one.receipt.at)}）` : '还没有收件编号'
  return [{ name: addressees[of], value: `${one.to}，${receipt}` }]
}

const Course = ({ letter }: { letter: Letter }) => {
  if (!letter.sent) return null
  const { reply, refusal, referral } = letter
  const pairs = [
    { name: '送达', value: wayOf(letter) },
    { name: '答复期限', value: dueOf(letter) },
    ...(refusal ? [{ name: '不采纳', value: `${showDate(refusal.at)}：${refusal.words}` }] : []),
    ...(reply ? [{ name: '企业回复', value: `${showDate(reply.at)}：${reply.words}` }] : []),
    ...(referral ? [{ name: '提请', value: `${showDate(referral.at)}：${referral.reason}` }] : []),
    ...receiptOf(letter, 'regulator'),
    ...receiptOf(letter, 'union'),
  ]
  return (
    <Card>
      <Pairs pairs={pairs} />
      {reply && reply.photos.length > 0 && <PictureRow pictures={reply.photos} label="回函照片" />}
    </Card>
  )
}

const copies = { enterprise: '建议函', regulator: '给监管部门的提请函', union: '给上级工会的提请函' } as const
type Copy = keyof typeof copies

const Print = ({ letter }: { letter: Letter }) => {
  const print = usePrintLetter()
  const offered: Copy[] = letter.referral ? ['enterprise', 'regulator', 'union'] : ['enterprise']
  const open = (copy: Copy) =>
    print.mutate({ id: letter.id, copy }, { onSuccess: ({ url, fileName }) => void openDocument(url, fileName) })
  return (
    <View className="row-wrap">
      {offered.map((copy) => (
        <Button
          key={copy}
          small
          kind="ghost"
          icon="download"
          loading={print.isPending && print.variables?.copy === copy}
          onPress={() => open(copy)}
        >
          {copies[copy]}（Word）
        </Button>
      ))}
    </View>
  )
}

/** One letter: its words, how it went, its papers and its steps. */
export const LetterPanel = ({ letter }: { letter: Letter }) => (
  <View className="stack">
    <Paper letter={letter} />
    <Course letter={letter} />
    <Print letter={letter} />
    <Card>
      <Timeline items={letter.timeline} />
    </Card>
  </View>
)
