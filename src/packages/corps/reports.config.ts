export default definePageConfig({ navigationBarTitleText: '活动简报', onReachBottomDistance: 120 })
