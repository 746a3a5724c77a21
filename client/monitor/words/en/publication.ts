/** English words of publishing the results. */
import type { Catalogue } from '../t.ts'

export const publication: Catalogue = {
  'Mỗi đơn vị loại A, B, C hay D.': 'Whether each unit is class A, B, C or D.',
  'Thứ hạng của mỗi đơn vị trong khối.': 'The rank of each unit in its block.',
  'Tổng điểm của mỗi đơn vị.': 'The total points of each unit.',
  'Điểm theo lĩnh vực': 'Points by domain',
  'Điểm từng lĩnh vực của mỗi đơn vị; cần công bố cả tổng điểm.':
    'Each unit’s points in each domain; needs the total points published too.',
  'So với năm trước': 'Against the year before',
  'Tăng, giảm điểm và thứ hạng, đúng những mục đã chọn ở trên.':
    'Changes in points and rank, of just what is chosen above.',
  'Biểu đồ': 'Chart',
  'Biểu đồ cột của các điểm được công bố; cần công bố tổng điểm.':
    'Bar chart of the published points; needs the total points published.',
  'Điều tra xã hội học': 'Sociological survey',
  'Số phiếu phát ra, thu về và điểm điều tra của mỗi đơn vị.':
    'Questionnaires issued and returned, and the survey points of each unit.',
  'Danh sách biên nhận': 'List of receipts',
  'Người trả lời tự tìm được biên nhận của mình.': 'Respondents can find their own receipt.',
  'Cần chọn cả “Tổng điểm”.': '“Total points” must be chosen too.',
  'Cần chọn “Tổng điểm” hoặc “Xếp hạng”.': '“Total points” or “Ranking” must be chosen.',
  'Bề rộng xem trước': 'Width of the preview',
  'Trang công bố, bản xem trước': 'Public page, preview',
  'Trạng thái công bố': 'State of publication',
  'Đang công bố': 'Published',
  'Chưa công bố': 'Not published',
  'Từ {0}, {1}. {2}': 'Since {0}, {1}. {2}',
  'Người ngoài cơ quan chưa xem được kết quả này.': 'Outside the office nobody can see these results yet.',
  'Đang cho xem: {0}.': 'Now shown: {0}.',
  'Mở trang công bố': 'Open the public page',
  'Sao chép địa chỉ': 'Copy the address',
  'Gỡ xuống': 'Withdraw',
  'Gỡ trang công bố xuống': 'Withdraw the public page',
  'Chưa công bố được': 'Cannot be published yet',
  'Chỉ công bố được Chỉ số đã chốt, để những gì người dân đọc không bao giờ khác với bản lưu. ':
    'Only a final Index can be published, so that what citizens read never differs from the record. ',
  'Xem Chỉ số còn chờ gì': 'See what the Index waits for',
  'Các lần công bố': 'Publications',
  Lần: 'No.',
  'Người làm': 'By',
  'Căn cứ, lý do': 'Grounds, reason',
  'Công bố: {0}': 'Published: {0}',
  'công bố': 'publish',
  'Công bố': 'Publish',
  'Ai đã xem hay tải về thì giữ được bản đó, dù sau này gỡ xuống.':
    'Whoever has seen or downloaded it can keep that version, even if it is withdrawn later.',
  'Từ lúc này ': 'From now on ',
  'bất kỳ ai': 'anyone',
  ' mở {0} đều xem được: {1}.': ' who opens {0} can see: {1}.',
  'Sau này có thể công bố lại với lựa chọn khác, hoặc gỡ trang xuống.':
    'You can publish again later with another choice, or withdraw the page.',
  'Công bố lại': 'Publish again',
  'Công bố những gì': 'What to publish',
  'Cho người dân xem': 'Show to citizens',
  'Chọn tất cả': 'Choose all',
  'Hãy chọn ít nhất một trong ba mục: xếp loại, xếp hạng, tổng điểm.':
    'Choose at least one of the three: classes, ranking, total points.',
  'Căn cứ công bố': 'Grounds for publication',
  'In ngay dưới tên trang. Ví dụ: Quyết định số 12/QĐ-UBND ngày 15/01/2025 của Chủ tịch UBND tỉnh.':
    'Printed right under the page’s title. For example: Decision 12/QĐ-UBND of 15/01/2025 by the Chairman of the Provincial People’s Committee.',
  'Ẩn bản xem trước': 'Hide the preview',
  'Xem trước trang': 'Preview the page',
  'Ghi căn cứ công bố (ít nhất {0} ký tự) để công bố.':
    'Enter the grounds for publication (at least {0} characters) to publish.',
  'Công bố rồi vẫn công bố lại được với lựa chọn khác, hoặc gỡ xuống sau này.':
    'After publishing you can still publish again with another choice, or withdraw it later.',
  'Công bố kết quả': 'Publish the results',
  'gỡ xuống': 'withdraw',
  'Ai mở địa chỉ này sẽ thấy “Chưa có kết quả được công bố ở đây”. Bản người khác đã tải về hay đã lưu thì không thu hồi được; máy trung gian có thể còn giữ trang vài phút.':
    'Whoever opens this address will see “No results are published here”. Copies that others downloaded or kept cannot be taken back; intermediate servers may keep the page for a few minutes.',
  'Còn lại trong danh sách các bản công bố.': 'Stays in the list of publications.',
}
