import type { Doubt } from 'types/hazard-doubts'

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
