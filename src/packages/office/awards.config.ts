export default definePageConfig({ navigationBarTitleText: '排查奖励' })
