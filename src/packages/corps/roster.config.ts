export default definePageConfig({ navigationBarTitleText: '志愿者名册', onReachBottomDistance: 120 })
