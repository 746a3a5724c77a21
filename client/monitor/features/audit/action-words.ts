/** What was done, in words; every action that the server records has some (a test compares). */
import { t } from '../../words/t.ts'

const ACTIONS: Record<string, string> = {
  'account.disable': t`Đã khóa tài khoản`,
  'account.enable': t`Đã mở khóa tài khoản`,
  'account.invite': t`Đã mời người vào văn phòng`,
  'account.invite-again': t`Đã gửi lại lời mời`,
  'account.join': t`Đã nhận lời mời và lập tài khoản`,
  'account.password': t`Đã đổi mật khẩu của mình`,
  'account.recovery-codes': t`Đã lập bộ mã dự phòng mới`,
  'account.reset': t`Đã gửi đường dẫn đặt lại mật khẩu`,
  'account.reset-done': t`Đã đặt lại mật khẩu`,
  'account.role': t`Đã đổi vai trò của tài khoản`,
  'account.second-factor': t`Đã bật xác thực hai lớp`,
  'account.sign-out': t`Đã đăng xuất mọi phiên của tài khoản`,
  'account.uninvite': t`Đã thu hồi lời mời`,
  'account.unlock': t`Đã gỡ tạm khóa do nhập sai`,
  'account.change': t`Người vận hành đã sửa tài khoản`,
  'audit.export': t`Đã tải nhật ký`,
  'audit.verify': t`Đã kiểm tra nhật ký`,
  'campaign.close': t`Đã đóng khảo sát`,
  'campaign.create': t`Đã tạo đợt điều tra`,
  'campaign.extend': t`Đã gia hạn khảo sát`,
  'campaign.finalize': t`Đã chốt kết quả`,
  'campaign.open': t`Đã mở khảo sát`,
  'campaign.paused': t`Đã tạm dừng nhận phiếu`,
  'channel.pace': t`Đã đổi tốc độ gửi của kênh`,
  'channel.pause': t`Đã tạm dừng kênh gửi`,
  'channel.resume': t`Đã cho kênh gửi tiếp`,
  'client.create': t`Đã cấp khóa cho chương trình`,
  'client.revoke': t`Đã thu hồi khóa của chương trình`,
  'definition.edit': t`Đã sửa bộ câu hỏi và thiết lập`,
  'delivery.export': t`Đã tải danh sách từng tin gửi`,
  'delivery.retry': t`Đã cho gửi lại các tin lỗi`,
  'delivery.settle': t`Đã xác nhận một tin chưa rõ`,
  'hand.look': t`Đã xem đường dẫn của một người để trao tay`,
  'hand.mark': t`Đã ghi nhận trao tay`,
  'hand.print': t`Đã in phiếu có đường dẫn để trao tay`,
  'hand.unmark': t`Đã bỏ ghi nhận trao tay`,
  'index.freeze': t`Đã chốt chỉ số`,
  'index.past': t`Đã nhập kết quả năm trước`,
  'index.points': t`Đã nhập điểm thẩm định hoặc điểm ngoài`,
  'index.publish': t`Đã công bố kết quả`,
  'index.withdraw': t`Đã gỡ trang công bố`,
  'link.reissue': t`Đã cấp lại đường dẫn cá nhân`,
  'microdata.export': t`Đã tải dữ liệu phiếu ẩn danh`,
  'people.contact': t`Đã sửa địa chỉ liên lạc của một người`,
  'people.look': t`Đã xem người trong danh sách gửi`,
  'people.resend': t`Đã gửi lại cho một người`,
  'people.purge': t`Đã xóa dữ liệu cá nhân của đợt`,
  'plan.set': t`Đã sửa kế hoạch gửi`,
  'privacy.close': t`Đã đóng yêu cầu của người trả lời`,
  'privacy.correct': t`Đã sửa dữ liệu theo yêu cầu`,
  'privacy.document': t`Đã lập văn bản về dữ liệu của một người`,
  'privacy.erase': t`Đã xóa một người theo yêu cầu`,
  'privacy.look': t`Đã xem yêu cầu về dữ liệu cá nhân`,
  'privacy.announce': t`Báo trước: một tuần nữa dữ liệu cá nhân của đợt được xóa theo thời hạn lưu`,
  'privacy.purge': t`Đã xóa dữ liệu cá nhân của đợt theo thời hạn lưu`,
  'privacy.request': t`Đã ghi nhận yêu cầu của người trả lời`,
  'privacy.retention': t`Đã đổi thời hạn lưu dữ liệu`,
  'privacy.withdraw': t`Đã rút sự đồng ý theo yêu cầu`,
  'report.field': t`Đã sửa lời trong báo cáo`,
  'roster.clear': t`Đã xóa toàn bộ danh sách`,
  'roster.compare': t`Đã so tệp với danh sách`,
  'roster.edit': t`Đã sửa một người trong danh sách`,
  'roster.import': t`Đã nhập danh sách`,
  'roster.look': t`Đã xem danh sách người`,
  'roster.person': t`Đã xem thẻ của một người`,
  'roster.remove': t`Đã bỏ một người khỏi danh sách`,
  'sample.draw': t`Đã rút mẫu`,
  'sample.list': t`Đã tải thứ tự rút mẫu`,
  'sample.repeat': t`Đã rút lại mẫu để đối chiếu`,
  'sending.hold': t`Đã giữ mọi việc gửi`,
  'sending.release': t`Đã cho gửi tiếp sau khi giữ`,
  'session.close': t`Đã đăng xuất`,
  'session.end': t`Đã đăng xuất một phiên khác của mình`,
  'session.open': t`Đã đăng nhập`,
  'template.reset': t`Đã đưa lời thư về bản có sẵn`,
  'template.set': t`Đã sửa lời thư`,
  'template.test': t`Đã gửi thư thử`,
  'wave.create': t`Đã tạo lượt gửi`,
  'wave.overdue': t`Lượt gửi đã lỡ giờ, chờ người xác nhận`,
  'wave.pause': t`Đã tạm dừng lượt gửi`,
  'wave.resume': t`Đã cho lượt gửi chạy tiếp`,
  'wave.start': t`Đã bắt đầu lượt gửi`,
  'wave.stop': t`Đã dừng hẳn lượt gửi`,
  'webhook.create': t`Đã thêm địa chỉ nhận thông báo`,
  'webhook.delete': t`Đã bỏ địa chỉ nhận thông báo`,
  'zalo.token': t`Đã thay mã làm mới của Zalo`,
}

const OTHER = t`Việc khác`

export const isKnownAction = (action: string): boolean => Object.hasOwn(ACTIONS, action)

/** “Đã đóng khảo sát”. */
export function actionWords(action: string, details: Record<string, unknown> | null = null): string {
  // Resuming is recorded as opening, without the numbers of an opening.
  if (action === 'campaign.open' && details?.before === 'paused') return t`Đã nhận phiếu trở lại`
  return ACTIONS[action] ?? OTHER
}

/** Who did it: an account's address as it stands, the others in words. */
export function actorWords(actor: string): string {
  if (actor === 'hệ thống') return t`Hệ thống (tự động)`
  if (actor === 'operator') return t`Người vận hành máy chủ`
  const program = /^program (.*)$/.exec(actor)
  return program ? t`Chương trình ${program[1]!}` : actor
}
