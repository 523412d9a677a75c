export default definePageConfig({ navigationBarTitleText: '奖励公示' })
