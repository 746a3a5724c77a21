/** English words of the list of campaigns, its frame and its acts. */
import type { Catalogue } from '../t.ts'

export const campaign: Catalogue = {
  ' chưa trả lời phải chờ.': ' not answered yet must wait.',
  ' chưa trả lời lại gửi được.': ' not answered yet can be sent again.',
  'Hạn trả lời {0}': 'Answers due {0}',
  'Việc khác': 'More actions',
  'Màn hình lớn': 'Wall screen',
  'Về danh sách đợt điều tra': 'Back to the survey campaigns',
  'Tới nội dung chính': 'Skip to the main content',
  'Đóng đợt điều tra': 'Close the campaign',
  'Gia hạn trả lời': 'Extend the deadline',
  'Gia hạn': 'Extend',
  'Dời rồi thì không đặt lại hạn sớm hơn được; muốn kết thúc sớm hơn, hãy đóng đợt điều tra.':
    'Once moved, the deadline cannot be set earlier again; to end sooner, close the campaign.',
  ' chưa trả lời trên {0} phiếu sẽ có thêm thời gian.': ' unanswered of {0} will have more time.',
  'Hạn hiện tại (đã qua)': 'Present deadline (passed)',
  'Hạn hiện tại': 'Present deadline',
  'Hạn mới': 'New deadline',
  'Ngày và giờ': 'Day and hour',
  'Lý do gia hạn': 'Reason for extending',
  'Bắt buộc; ghi vào nhật ký cùng tên của bạn, ví dụ: các xã vùng cao trả lời chậm.':
    'Required; kept in the audit log with your name, for example: highland communes answer slowly.',
  'Trang trả lời trên điện thoại, màn hình theo dõi và kế hoạch gửi đổi theo ngay. Tin đã gửi vẫn ghi hạn cũ: hãy gửi một lượt nhắc để báo hạn mới.':
    'The page on the phones, the watch screen and the sending plan follow at once. Messages already sent still state the old deadline: send a reminder to announce the new one.',
  'Thời điểm này đã qua.': 'This moment has passed.',
  'Hạn mới phải ở sau hạn hiện tại.': 'The new deadline must be after the present one.',
  'Trước đây: {0}. ': 'Before: {0}. ',
  'Hạn trả lời nay là ': 'Answers are now due ',
  'Người chưa trả lời chưa được báo hạn mới: hãy gửi một lượt nhắc.':
    'Those who have not answered have not been told of the new deadline: send a reminder.',
  'Nhắc người chưa trả lời': 'Remind who has not answered',
  'Nhắc đơn vị này': 'Remind this unit',
  'Nhắc {0} đơn vị': 'Remind {0} {0:unit:units}',
  'Chỉ nhắc người chưa trả lời về ': 'Only those are reminded who have not answered about ',
  ': còn ': ': missing ',
  'Đơn vị được nhắc': 'Units that are reminded',
  'còn {0} / {1} phiếu': '{0} of {1} missing',
  'Mọi phiếu của đơn vị đã chọn đều được trả lời. Không cần nhắc ai.':
    'Every response of the chosen units has come in. Nobody needs a reminder.',
  'Các khóa nhận phiếu bị hủy: không ai, kể cả người quản trị, thêm được phiếu nào nữa.':
    'The keys that let responses in are destroyed: nobody, not even an administrator, can add a response any more.',
  '{0} phiếu chưa trả lời sẽ không trả lời được nữa.':
    '{0} unanswered {0:questionnaire:questionnaires} can no longer be answered.',
  'Đã có ': 'Received: ',
  '{0} trên {1} phiếu': '{0} of {1} responses',
  '{0} đơn vị chưa đủ {1} phiếu và sẽ không có điểm:':
    '{0} {0:unit has:units have} fewer than {1} responses and will get no points:',
  'Đơn vị sẽ không có điểm': 'Units that will get no points',
  '{0} / {1} phiếu': '{0} / {1} responses',
  '{0} phiếu không được kiểm': '{0} {0:response:responses} not counted',
  'Chốt kết quả': 'Finalize the results',
  'Điểm được đóng băng và gửi cho phần mềm Chỉ số cải cách hành chính như kết quả cuối cùng.':
    'The points are frozen and sent to the PAR Index software as the final result.',
  'Nếu mọi điểm của Chỉ số đã đủ thì Chỉ số được chốt cùng lúc.':
    'If all points of the Index are there, the Index is finalized at the same time.',
  'Chốt điểm của ': 'Finalize the points of ',
  '{0} đơn vị': '{0} {0:unit:units}',
  ', trong đó {0} đơn vị không có điểm vì không đủ phiếu':
    ', of which {0} {0:has:have} no points for want of responses',
  'Còn thiếu điểm của nguồn bên ngoài:': 'Points of other sources that are still missing:',
  'Nguồn bên ngoài còn thiếu điểm': 'Other sources whose points are missing',
  '{0} điểm, thiếu ở {1} đơn vị': '{0} {0:point:points}, missing for {1} {1:unit:units}',
  'Sau khi chốt vẫn nhập được điểm thẩm định và điểm còn thiếu ở mục Kết quả, thẻ Nhập điểm, cho tới khi chốt Chỉ số. Điểm của nguồn bên ngoài đã nhập thì không sửa được nữa.':
    'Afterwards appraised points and those still missing can be imported under Results, Import points, until the Index is finalized. Points of other sources that are in already cannot be changed any more.',
  'Kết quả chốt không có phần điểm này và không thêm được về sau.':
    'The final result is without these points, and they cannot be added later.',
  'Chưa tới hạn trả lời đã báo cho mọi người: {0} hôm nay.':
    'The deadline that people were told has not come yet: {0} today.',
  'Hạn trả lời còn {0} ngày nữa: mọi người được báo tới {1}.':
    'The deadline is still {0} {0:day:days} ahead: people were told {1}.',
  'Nên xem lại trước khi chốt:': 'Worth a look before you finalize:',
  'Nên xem lại trước khi chốt': 'Worth a look before you finalize',
  'Trực tiếp': 'Live',
  'Đang kết nối': 'Connecting',
  'Mất kết nối từ {0}': 'No connection since {0}',
  'Nhập danh sách': 'Import the roster',
  'Mở đợt điều tra': 'Open the campaign',
  'Gửi lượt mời': 'Send the invitations',
  'Xem kế hoạch gửi': 'See the sending plan',
  'Gửi lượt nhắc': 'Send a reminder',
  'Tạm dừng nhận phiếu': 'Pause the intake',
  'Nhận phiếu trở lại': 'Resume the intake',
  'Xem kết quả': 'See the results',
  'Mở với {0} phiếu': 'Open with {0} {0:questionnaire:questionnaires}',
  'Danh sách và bộ câu hỏi được khóa lại: không thêm, sửa hay bỏ ai được nữa.':
    'The roster and the questionnaires are locked: nobody can be added, changed or removed any more.',
  'Đợt điều tra đã mở không quay về bản soạn được.': 'An open campaign cannot go back to being a draft.',
  '{0} phiếu': '{0} {0:questionnaire:questionnaires}',
  ' sẽ được phát cho ': ' will be issued to ',
  '{0} người': '{0} {0:person:people}',
  '. Chưa ai nhận được tin nhắn nào cho tới khi bạn gửi lượt mời.':
    '. Nobody gets a message until you send the invitations.',
  '{0} trong {1} đơn vị chưa có ai trong danh sách, nên sẽ không có điểm khảo sát:':
    '{0} of {1} units have nobody on the roster, so the survey will give them no points:',
  'Đơn vị chưa có ai': 'Units with nobody',
  '{0} nhóm dưới {1} người sẽ được gộp để giữ kín danh tính:':
    '{0} {0:group:groups} of fewer than {1} people will be merged, to protect identities:',
  '{0} nhóm dưới {1} người đã được gộp:': '{0} {0:group:groups} of fewer than {1} people {0:was:were} merged:',
  'Nhóm được gộp': 'Merged groups',
  '“{0}” gộp với “{1}”': '“{0}” merged with “{1}”',
  'Tiến độ mở đợt điều tra': 'Progress of opening',
  'Đang tạo khóa cho hòm phiếu {0} / {1}…': 'Making keys for response box {0} / {1}…',
  'Đang chuẩn bị hòm phiếu…': 'Preparing the response boxes…',
  'Đã mở với ': 'Opened with ',
  '. Việc tiếp theo: gửi lượt mời.': '. Next: send the invitations.',
  'Phiếu đang điền vẫn được giữ trên điện thoại của người trả lời và tự gửi khi bạn nhận phiếu trở lại. Tin chưa gửi cũng chờ.':
    'Answers being filled in stay on the respondents’ phones and are sent by themselves once you resume. Unsent messages wait too.',
  'Phiếu đang chờ trên điện thoại của người trả lời sẽ tự gửi về. Tin chưa gửi được gửi tiếp.':
    'Answers waiting on the respondents’ phones will come in by themselves. Unsent messages go out again.',
  'Tổng quan': 'Overview',
  'Thiết lập': 'Setup',
  'Danh sách': 'Roster',
  'Gửi phiếu': 'Sending',
  'Kết quả': 'Results',
  'Thanh bên': 'Sidebar',
  Phiếu: 'Phiếu',
  'Mọi đợt điều tra': 'All survey campaigns',
  'Các phần của đợt điều tra': 'Parts of the campaign',
  'Quản trị': 'Admin',
  mở: 'open',
  gửi: 'send',
  'Tin nhắn đã đi thì không lấy lại được.': 'A message that has gone out cannot be taken back.',
  'Mời trả lời ': 'Invite answers to ',
  'Chỉ nhắc người chưa trả lời: còn ': 'Remind only those who have not answered: ',
  '. Mỗi người nhận một đường dẫn riêng, dùng chung cho mọi kênh và mọi lần nhắc.':
    '. Each person gets a link of their own, the same on every channel and in every reminder.',
  ' trên {0} phiếu đã phát.': ' of {0} questionnaires issued.',
  'Gửi qua': 'Send by',
  'Dự kiến': 'Forecast',
  'Đang tính gửi cho ai, tới bao giờ…': 'Working out who is reached, and until when…',
  'Gửi ngay trong giờ cho phép; ngoài giờ, tin chờ tới giờ gửi kế tiếp. Muốn hẹn ngày giờ, hãy lập kế hoạch ở mục Gửi phiếu.':
    'Sent at once within the permitted hours; outside them, messages wait for the next ones. To set a day and time, make a plan under Sending.',
  'Đã xếp ': 'Queued ',
  '{0} tin': '{0} {0:message:messages}',
  ' vào hàng gửi.': ' for sending.',
  'Đơn vị còn quá ít người': 'Units with too few people',
  'Mỗi đơn vị cần ít nhất {0} người. Hãy nhập thêm người cho các đơn vị này, hoặc xóa danh sách rồi nhập lại tệp đã bỏ các đơn vị đó.':
    'Each unit needs at least {0} people. Import more people for these units, or clear the roster and import a file without them.',
  'Tới Danh sách': 'Go to the roster',
  'Mở ngày {0}': 'Opened {0}',
  'Tạo ngày {0}, hạn {1}': 'Created {0}, due {1}',
  'Tạo ngày {0}': 'Created {0}',
  '{0} · mã {1}': '{0} · code {1}',
  'Chưa gửi phiếu nào': 'No questionnaires issued yet',
  '/ {0} phiếu': '/ {0} questionnaires',
  'Đợt điều tra': 'Survey campaigns',
  'Tạo đợt điều tra': 'Create a campaign',
  'Chưa có đợt điều tra nào': 'No survey campaigns yet',
  'Bốn bước để bắt đầu một đợt điều tra: tạo từ bộ câu hỏi có sẵn, nhập danh sách, mở, rồi gửi lượt mời.':
    'Four steps to begin a campaign: create it from a ready set of questions, import the roster, open it, then send the invitations.',
  '{0} khối, {1} đơn vị được đánh giá, nhiều nhất {2} câu hỏi mỗi phiếu.':
    '{0} {0:block:blocks}, {1} {1:unit:units} assessed, at most {2} {2:question:questions} per questionnaire.',
  'Bộ câu hỏi và tiêu chí': 'Questions and criteria',
  'Đang tải…': 'Loading…',
  'Bộ này chưa dùng được: {0}': 'This set cannot be used yet: {0}',
  'Tên đợt điều tra': 'Name of the campaign',
  Mã: 'Code',
  'Dùng trong địa chỉ và khi trao đổi với phần mềm khác; không đổi được về sau.':
    'Used in addresses and towards other software; it cannot be changed later.',
  'Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang hoặc gạch dưới, không có dấu cách; bắt đầu bằng chữ hoặc số; nhiều nhất 32 ký tự. Ví dụ: {0}.':
    'A code is made of letters without accents, digits, dots, hyphens or underscores, without spaces; it begins with a letter or a digit and has at most 32 characters. For example: {0}.',
  'Hãy ghi tên đợt điều tra.': 'Write the name of the campaign.',
  'Phải là số nguyên từ {0} tới {1}.': 'Must be a whole number from {0} to {1}.',
  'Còn nội dung của bộ ví dụ mà người trả lời sẽ đọc; mở rồi thì không sửa được. Nên sửa ở mục Thiết lập trước khi mở:':
    'Something of the example is left that respondents will read; once open it cannot be changed. Better change it under Setup before opening:',
  'Hai tin tới cùng một người cách nhau ít nhất {0} phút. Ai có tin vừa đi thì từ {1} nhắc được; ai còn tin chờ gửi thì đợi tin đó đi xong.':
    'Two messages to one person are at least {0} minutes apart. Who has just been written to can be reminded from {1}; who has a message waiting, once that has gone.',
  'Tên dài nhất {0} ký tự, đang có {1}.': 'A title has at most {0} letters; this one has {1}.',
  'Hạn trả lời': 'Answers due',
  'Ngày/tháng/năm và giờ Việt Nam. Để trống nếu chưa định hạn.':
    'Day/month/year and Vietnam time. Leave empty if there is no deadline yet.',
  'Số phiếu tối thiểu để hiện điểm': 'Least number of responses for points to show',
  'Không con số nào được công bố khi dưới số phiếu này, để không ai đoán được ai trả lời gì. Không dưới 3.':
    'No figure is published below this number of responses, so that nobody can guess who answered what. At least 3.',
  Hủy: 'Cancel',
}
