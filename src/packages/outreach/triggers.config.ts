export default definePageConfig({ navigationBarTitleText: '自动提醒' })
