import { View } from '@tarojs/components'
import { hoursWord } from 'types/volunteer-activity-hours'
import { Picture } from '@/components/picture'
import { Stat } from '@/components/stat'
import { showDate, showTime } from '@/lib/clock'
import type { Report } from './report-api'
import './report-sheet.scss'

/** The report as a sheet of paper: figures, words, pictures; no names. */
export const ReportSheet = ({ report }: { report: Report }) => (
  <View className="report-sheet">
    <View className="report-sheet-title">“{report.title}”活动简报</View>
    <View className="stack">
      <View>
        <View className="text-m">时间：{showTime(report.startsAt)}</View>
        <View className="text-m">地点：{report.place}</View>
        <View className="text-m">内容：{report.kind}</View>
        <View className="text-m">组织：{report.nodeName}</View>
      </View>
      <View className="row">
        <Stat value={report.figures.joined} label="报名" />
        <Stat value={report.figures.present} label="到场" />
        <Stat value={report.findings} label="发现隐患" />
      </View>
      <View>共服务 {hoursWord(report.figures.minutes)}</View>
      <View className="pre-line">{report.words}</View>
      {report.photos.length > 0 && (
        <View className="photo-grid">
          {report.photos.map(({ id, url }, index) => (
            <View key={id} className="photo-grid-cell">
              <Picture className="photo-grid-picture" src={url} label={`活动照片 ${index + 1}`} />
            </View>
          ))}
        </View>
      )}
      <View className="note">{showDate(report.writtenAt)}</View>
    </View>
  </View>
)
