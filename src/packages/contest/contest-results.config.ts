export default definePageConfig({ navigationBarTitleText: '活动成绩' })
