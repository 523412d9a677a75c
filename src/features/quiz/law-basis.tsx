import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { playEntries } from 'types/quiz-play'

type Basis = Pick<OutputOf<typeof playEntries.practise>, 'explain' | 'law' | 'lawVersion' | 'article' | 'phrase'>

/** Why an answer is right, and where it is written. */
export const LawBasis = ({ of: { explain, law, lawVersion, article, phrase } }: { of: Basis }) => (
  <>
    <View className="text-m">{explain}</View>
    <View className="note">
      依据 {law}（{lawVersion}）第 {article} 条{phrase && `：“${phrase}”`}
    </View>
  </>
)
