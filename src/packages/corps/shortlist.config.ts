export default definePageConfig({ navigationBarTitleText: '择优推荐', onReachBottomDistance: 120 })
