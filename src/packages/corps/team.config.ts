export default definePageConfig({ navigationBarTitleText: '队伍', onReachBottomDistance: 120 })
