export default definePageConfig({ navigationBarTitleText: '奖品和抽奖' })
