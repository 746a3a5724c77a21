/**
 * English words of what several parts share, and the frame. One English word for one thing, in every file beside this one:
 * đợt điều tra (survey) campaign · khối block · đơn vị unit · nhóm (respondent) group · danh sách roster · phiếu phát ra
 * questionnaire (issued) · phiếu trả lời response · hòm phiếu response box · kiểm count · lượt wave: lượt mời invitations,
 * lượt nhắc reminder · tin message · thư e-mail, letter · kênh channel · gửi tay (delivery) by hand · đường dẫn link · tiêu chí
 * criterion · lĩnh vực domain · nguồn source · điểm points · thẩm định appraisal · tự đánh giá self-assessment · Chỉ số (PAR)
 * Index · hạng rank · loại class · chốt finalize, đã chốt final · tạm tính provisional · bản version · lần round · biên nhận
 * receipt · công bố publish · gỡ xuống withdraw · mã kiểm tra checksum · đầu mối contact · giám sát auditor · cán bộ điều hành
 * officer.
 */
import type { Catalogue } from '../t.ts'

export const shared: Catalogue = {
  'Chưa ghi lý do.': 'No reason is given yet.',
  '{0}: “{1}”': '{0}: “{1}”',
  'Đóng hộp thoại': 'Close the dialog',
  Đóng: 'Close',
  'Không hoàn tác được': 'Cannot be undone',
  Xong: 'Done',
  'thư điện tử': 'e-mail',
  'Sao chép sang bảng tính': 'Copy to a spreadsheet',
  'Đã sao chép': 'Copied',
  'Trình duyệt không cho sao chép': 'The browser does not allow copying',
  'không đủ ý kiến, không cộng vào điểm': 'too few opinions, not counted in the points',
  'ẩn để giữ kín danh tính': 'hidden to protect identities',
  '{0} ý kiến': '{0} {0:opinion:opinions}',
  'Lĩnh vực {0}': 'Domain {0}',
  'Đang đọc tệp…': 'Reading the file…',
  'Chưa nhập gì cả': 'Nothing imported yet',
  'hoặc bấm để chọn tệp Excel (.xlsx) hay CSV; tệp được kiểm tra trước khi nhập':
    'or press to choose an Excel (.xlsx) or CSV file; it is checked before anything is imported',
  'Trang này gặp trục trặc. Hãy tải lại trang rồi thử lại.':
    'Something went wrong on this page. Reload it and try again.',
  '… và {0} điểm khác': '… and {0} more',
  'Thử lại': 'Try again',
  'quá ít ý kiến': 'too few opinions',
  'chờ thêm ý kiến': 'waiting for opinions',
  'không đủ {0} phiếu': 'fewer than {0} responses',
  'chờ đủ {0} phiếu': 'waiting for {0} responses',
  'chờ thêm phiếu': 'waiting for responses',
  'Có tiêu chí được dưới {0} người cho ý kiến, nên điểm được ẩn.':
    'A criterion got fewer than {0} opinions, so the points are hidden.',
  'Đã kiểm đủ phiếu, nhưng còn tiêu chí chưa đủ {0} người cho ý kiến.':
    'Enough responses are counted, but a criterion has fewer than {0} opinions.',
  'Đơn vị nhận dưới {0} phiếu thì không công bố điểm.':
    'A unit that gets fewer than {0} responses has no published points.',
  'Điểm hiện khi đã kiểm đủ {0} phiếu.': 'Points show once {0} responses are counted.',
  'Đã nhận từ {0} phiếu, nhưng phiếu được rút ngẫu nhiên và {1} phiếu luôn nằm lại trong hòm, nên điểm thường hiện từ phiếu thứ {2}.':
    'At least {0} responses came in, but they are drawn at random and {1} always stay in the box, so points usually show from response {2} on.',
  'Tiêu chí {0} có dưới {1} ý kiến nên điểm được ẩn, để không ai đoán ra người trả lời.':
    'Criterion {0} has fewer than {1} opinions, so its points are hidden, so that nobody can guess who answered.',
  'Tiêu chí {0} chưa đủ {1} ý kiến. Điểm hiện khi đủ, để không ai đoán ra người trả lời.':
    'Criterion {0} does not have {1} opinions yet. Points show once it does, so that nobody can guess who answered.',
  'Đơn vị chỉ có {0} phiếu. Dưới {1} phiếu thì không công bố điểm, để không ai đoán ra người trả lời.':
    'The unit has only {0} {0:response:responses}. Below {1} no points are published, so that nobody can guess who answered.',
  'Đã nhận {0} phiếu, đã kiểm {1}. Điểm hiện khi kiểm đủ {2} phiếu. Phiếu được rút ngẫu nhiên và luôn có ít nhất {3} phiếu nằm lại trong hòm, nên thường phải tới phiếu thứ {4}.':
    '{0} {0:response:responses} received, {1} counted. Points show once {2} are counted. Responses are drawn at random and at least {3} always stay in the box, so it usually takes until response {4}.',
  'Trang tính': 'Sheet',
  '{0} chỗ cần sửa.': '{0} {0:place:places} to correct.',
  ' Chưa nhập gì cả: sửa những chỗ này trong tệp rồi chọn lại tệp.':
    ' Nothing was imported yet: correct these in the file, then choose it again.',
  'Chỗ cần sửa trong tệp': 'To correct in the file',
  'Đang hiện {0} chỗ đầu tiên trên {1}; sửa rồi chọn lại tệp để xem tiếp.':
    'Showing the first {0} of {1}; correct them and choose the file again to see the rest.',
  'không gồm tiêu chí {0}': 'without criterion {0}',
  'Điểm “{0}” không gồm tiêu chí {1}: không đủ ý kiến nên không có điểm để cộng.':
    'The points of “{0}” leave out criterion {1}: too few opinions, so there are no points to add.',
  '{0} phiếu đã nhận không được kiểm và đã bị hủy mà không ai xem, vì đơn vị không đủ {1} phiếu.':
    '{0} received {0:response was:responses were} not counted and {0:was:were} destroyed unseen, because the unit has fewer than {1} responses.',
  'Hãy viết như {0}.': 'Write it like {0}.',
  '{0}, lúc {1}': '{0}, at {1}',
  'Không có trang này': 'There is no such page',
  'Địa chỉ có thể đã gõ sai hoặc đợt điều tra không còn.':
    'The address may be mistyped, or the campaign no longer exists.',
  'tệp Excel': 'Excel file',
  'tệp CSV': 'CSV file',
  'phần mềm khác': 'other software',
  'đợt trước trong hệ thống': 'earlier campaign in this system',
  'Cán bộ điều hành': 'Officer',
  'Đầu mối đơn vị': 'Unit contact',
  'Giám sát': 'Auditor',
  'Nền sáng': 'Light theme',
  'Nền tối': 'Dark theme',
  'Đăng xuất': 'Sign out',
  'cột {0}': 'column {0}',
  'dòng {0}': 'row {0}',
  'Lý do nhập bản này': 'Reason for this version',
  'Ghi vào nhật ký cùng tên của bạn, ví dụ: {0}.': 'Goes into the audit log with your name, for example: {0}.',
  'Nhập tệp khác': 'Import another file',
  'Kiểm tra lại tệp': 'Check the file again',
  'Đang soạn': 'Draft',
  'Đang mở': 'Open',
  'Đã chốt kết quả': 'Results final',
  'Phần này dành cho cán bộ điều hành. Tài khoản của bạn xem tỷ lệ trả lời ở mục Tổng quan.':
    'This part is for officers. Your account sees response rates under Overview.',
  'Các mục của {0}': 'Parts of {0}',
  'Gõ ': 'Type ',
  ' để xác nhận': ' to confirm',
  'Gõ {0} để xác nhận': 'Type {0} to confirm',
  'Các bản đã nhập ({0})': 'Imported versions ({0})',
  'Phiếu – bàn điều hành': 'Phiếu – officers’ console',
  'Lấy lại': 'Take back',
  'Người trong danh sách': 'People on the list',
}
