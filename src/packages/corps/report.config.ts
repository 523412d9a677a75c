export default definePageConfig({ navigationBarTitleText: '活动简报' })
