/** What is doubtful about the words of a report or an answer; null where nothing is. */
export type Doubt = 'empty' | 'mash' | 'done' | 'nothing' | 'vague' | 'short'

const bare = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

// Each is the whole text without blanks and punctuation: a real description that ends in "已整改" is none of these.
const patterns: readonly (readonly [Doubt, RegExp])[] = [
  ['mash', /^[\da-z]{1,10}$/],
  ['mash', /^(.)\1+$/u],
  ['mash', /^(测试|试试|试一下|同上|不知道|随便|嗯+|啊+|哈+)+$/],
  [
    'done',
    /^(已经|[已己以现]|立即|立刻|马上|现场|及时|全部|需要?|要求?|待|正在|限期|尽快|督促|当场|今天|隐患|问题)*(整改|改善|改正|改进|处理|解决|修复|修好|整理|完成|落实)(完成|完毕|到位|合格|落实|情况|好|了|中|过)*$/,
  ],
  [
    'nothing',
    /^(暂时?|目前|现场|本次|今天|检查)*(无|没有|没|未发现|未见|不存在)(任何|重大|安全|明显|其他|什么)*(隐患|问题|异常|情况|记录|发现|不足)*$/,
  ],
  [
    'nothing',
    /^(一切|情况|均|都|很|全部|基本)*(正常|良好|合格|完好|畅通|达标|安全|符合要求|符合|可以|通过|好的?|没事|是|否)$/,
  ],
  [
    'vague',
    /^(有|存在|发现)?(一些|一般|较大|重大|安全|事故|轻微|小|一个|一处|部分)*(隐患|问题|风险|不足|危险|有|见照片|看照片|如图|见图)?$/,
  ],
]

/**
 * Looks for words that say nothing: empty, pressed keys, "已整改", "无", "有隐患", or fewer than four characters and no
 * photo. A doubt is a question to the writer, never a refusal.
 */
export const questionWords = (words: string, { hasPhoto }: { hasPhoto: boolean }): Doubt | null => {
  const text = bare(words)
  if (text === '') return words.trim() === '' ? 'empty' : 'mash'
  const found = patterns.find(([, pattern]) => pattern.test(text))
  if (found) return found[0]
  return [...text].length < 4 && !hasPhoto ? 'short' : null
}

/** The gentle question for a report. */
export const reportQuestions: Record<Doubt, string> = {
  empty: '只有照片，没有文字。写一句“哪里、什么东西、怎么了”，工会能更快找到地方、说清问题。',
  mash: '这几个字看不出是什么隐患。写一句“哪里、什么东西、怎么了”，工会才好帮您反映。',
  done: '看起来这处隐患已经改好了。如果还有危险，请写明哪里、怎么了；已经没有危险就不用报了。',
  nothing: '看起来这里没有隐患。如果有，请写明哪里、什么东西、怎么了。',
  vague: '还看不出是什么隐患。写一句“哪里、什么东西、怎么了”，办理会快很多。',
  short: '字有点少，又没有照片，工会可能找不到地方。补一张照片，或多写几个字。',
}

/** The gentle question for an enterprise's answer. */
export const answerQuestion = '工会核实时要看改了什么。写一句“做了哪些整改、怎样防止再发生”，通常一次就能通过。'
