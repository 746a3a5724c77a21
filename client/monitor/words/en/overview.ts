/** English words of the live picture. */
import type { Catalogue } from '../t.ts'

export const overview: Catalogue = {
  ' · trung bình ': ' · mean ',
  'Tin đã gửi': 'Messages sent',
  'Chưa gửi tin nào. Gửi lượt mời để bắt đầu.': 'No message sent yet. Send the invitations to begin.',
  'Chọn bộ câu hỏi và tiêu chí': 'Choose questions and criteria',
  'Nhập danh sách người được khảo sát': 'Import the roster of respondents',
  '{0} người, {1} phiếu': '{0} {0:person:people}, {1} {1:questionnaire:questionnaires}',
  'Từ tệp Excel hoặc CSV; có mẫu để tải về.': 'From an Excel or CSV file; there is a template to download.',
  'Danh sách và bộ câu hỏi được khóa lại; chưa ai nhận tin.':
    'The roster and the questionnaires are locked; nobody gets a message yet.',
  'Mỗi người nhận một đường dẫn riêng qua thư điện tử và Zalo.':
    'Each person gets a link of their own by e-mail and Zalo.',
  'Các bước tới phiếu đầu tiên': 'Steps to the first response',
  ' – đã xong': ' – done',
  'Tình hình trả lời': 'State of answering',
  'phiếu đã trả lời trên phiếu phát ra': 'answered of those issued',
  'hôm nay thêm {0}': '{0} more today',
  'đã trả lời': 'answered',
  'nét đứt: nhịp đều tới hạn': 'dashed: steady pace to the deadline',
  'Tổng số phiếu đã trả lời theo ngày': 'Responses in total by day',
  'Điểm đã chốt': 'Final points',
  'Điểm chờ chốt': 'Points to finalize',
  'Điểm tạm thời': 'Provisional points',
  ' / {0} trung bình': ' / {0} mean',
  'Cả {0} đơn vị đã có điểm': 'All {0} units have points',
  '{0} trên {1} đơn vị đã có điểm': '{0} of {1} units have points',
  'Điểm chỉ hiện và chỉ đổi khi có thêm ít nhất {0} phiếu, để không ai suy ra được một người đã trả lời gì.':
    'Points show and change only with at least {0} more responses, so that nobody can infer what one person answered.',
  'Đã đóng': 'Closed',
  'không nhận thêm phiếu': 'takes no more responses',
  'Không hạn': 'No deadline',
  'đóng khi bạn quyết định': 'closes when you decide',
  'Hết hạn': 'Overdue',
  'Hôm nay': 'Today',
  'là hạn cuối, {0}': 'is the last day, {0}',
  '{0} ngày': '{0} {0:day:days}',
  'còn lại': 'left',
  ' / {0} phiếu · {1}': ' / {0} responses · {1}',
  'Theo nhóm đối tượng': 'By respondent group',
  'Đã kiểm {0} phiếu.': '{0} {0:response:responses} counted.',
  'Đã kiểm {0} trên {1} phiếu. Số còn lại nằm trong hòm, được kiểm cùng các phiếu tới sau.':
    '{0} of {1} responses counted. The others stay in the box and are counted with those that come later.',
  'Điểm tới lúc này': 'Points so far',
  'chưa có số liệu': 'no figures yet',
  ' phiếu, ': ' responses, ',
  '; điểm ': '; points ',
  'Đơn vị chậm hơn nhịp đều': 'Units behind a steady pace',
  '{0} đơn vị chậm hơn nhịp đều': '{0} {0:unit:units} behind a steady pace',
  'Nhắc các đơn vị này': 'Remind these units',
  'Vì sao chưa tới': 'Why not reached',
  'Xem và xử lý': 'See and deal with it',
  'Đơn vị cần giúp đứng trước. Cột nhỏ: tỷ lệ của từng nhóm. Vạch đứng trên thanh: nhịp đều tới hạn. Chấm: điểm, trên thang từ 0 tới mức tối đa; vệt mờ: khoảng mà điểm nằm trong đó ở mức tin cậy 95 %; vạch đứng: trung bình khối.':
    'Units that need help come first. Small bars: the rate of each group. Mark on the bar: steady pace to the deadline. Dot: points, on a line from 0 to the maximum; pale band: 95\u00a0% confidence interval of the points; upright mark: mean of the block.',
  'chậm {0} phiếu so với nhịp đều': '{0} {0:response:responses} behind a steady pace',
  'nhanh hơn nhịp đều {0} phiếu': '{0} {0:response:responses} ahead of a steady pace',
  'đúng nhịp đều tới hạn': 'at a steady pace to the deadline',
  'Nhắc người chưa trả lời về đơn vị này': 'Remind those who have not answered about this unit',
  'Ở mức tin cậy 95 %, điểm phiếu nằm trong khoảng {0} – {1}, nếu người im lặng nghĩ giống người đã trả lời.':
    'At 95\u00a0% confidence the survey points lie between {0} and {1}, if the silent think like those who answered.',
  'Người im lặng đã có thể đưa điểm về bất cứ đâu từ {0} tới {1}.':
    'The silent could have taken the points anywhere from {0} to {1}.',
  'Người chưa trả lời còn có thể đưa điểm về bất cứ đâu từ {0} tới {1}.':
    'Those who have not answered can still take the points anywhere from {0} to {1}.',
}
