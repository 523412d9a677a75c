export default definePageConfig({ navigationBarTitleText: '推荐优秀队伍', onReachBottomDistance: 120 })
