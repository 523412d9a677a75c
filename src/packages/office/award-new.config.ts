export default definePageConfig({ navigationBarTitleText: '拟定奖励名单' })
