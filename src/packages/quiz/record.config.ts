export default definePageConfig({ navigationBarTitleText: '我的闯关成绩' })
