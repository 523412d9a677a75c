export default definePageConfig({ navigationBarTitleText: '新建抽奖' })
