/** English words of drawing a sample. */
import type { Catalogue } from '../t.ts'

export const sampling: Catalogue = {
  'Hãy ghi một số người.': 'Write a number of people.',
  'Hãy ghi một số người, hoặc để trống.': 'Write a number of people, or leave it empty.',
  'Không được ít hơn số ở ô “Ít nhất”.': 'Must not be fewer than in “At least”.',
  'Hãy ghi từ trên 0 tới 50, ví dụ 5 hoặc 2,5.': 'Write more than 0 and up to 50, for example 5 or 2,5.',
  'Hãy ghi từ trên 0 tới 100, ví dụ 30 hoặc 12,5.': 'Write more than 0 and up to 100, for example 30 or 12,5.',
  'tất cả mọi người': 'everybody',
  'sai số {0} %': 'margin of error {0} %',
  'tỷ lệ {0} %': 'share {0} %',
  '{0}, lấy tất cả ở nhóm {1}': '{0}, everybody of group {1}',
  'Đưa vào danh sách đầy đủ của các đơn vị, chọn cách tính cỡ mẫu, rồi rút ngẫu nhiên. Ai cũng rút lại được để kiểm tra.':
    'Bring in the full staff list of the units, choose how the sample’s size is reckoned, then draw at random. Anybody can repeat the draw to check it.',
  'Chỉ rút mẫu được khi đợt điều tra còn là bản nháp. Các lần đã rút xem lại và kiểm tra được bất cứ lúc nào.':
    'A sample can only be drawn while the campaign is a draft. Earlier draws can be looked at and checked at any time.',
  'Kéo danh sách đầy đủ vào đây': 'Drag the full staff list here',
  'Rút mẫu từ {0}': 'Draw a sample from {0}',
  'Nhóm ở các đơn vị': 'Groups in units',
  'Vẫn rút, chỉ từ các dòng đúng. Người ở dòng chưa đúng không có cơ hội được chọn.':
    'Draw all the same, from the good rows only. People on the bad rows have no chance of being chosen.',
  'Số gieo': 'Seed',
  'Máy chọn ngẫu nhiên. Có thể thay bằng con số bốc thăm trước nhiều người; cùng danh sách và cùng số gieo thì luôn ra cùng những người.':
    'Chosen at random. It may be replaced by a number drawn in public; the same list and the same seed always give the same people.',
  'Chỉ gồm chữ không dấu, chữ số và các dấu . _ : -': 'Only letters without accents, digits and the signs . _ : -',
  'Rút {0} phiếu': 'Draw {0} {0:questionnaire:questionnaires}',
  'Cách tính cỡ mẫu': 'How the size is reckoned',
  'Theo sai số': 'By margin of error',
  'Công thức Yamane: nhóm càng đông, tỷ lệ cần hỏi càng nhỏ. N là số người của nhóm trong đơn vị, e là sai số, độ tin cậy 95 %.':
    'Yamane’s formula: the larger the group, the smaller the share to be asked. N is the number of people of the group in the unit, e the margin of error, at 95 % confidence.',
  'Sai số e (%)': 'Margin e (%)',
  'Tỷ lệ cố định': 'A fixed share',
  'Mọi nhóm lấy cùng một tỷ lệ, làm tròn lên.': 'The same share of every group, rounded up.',
  'Tỷ lệ p (%)': 'Share p (%)',
  'Tất cả mọi người': 'Everybody',
  'Không rút: cả danh sách được hỏi.': 'No draw: the whole list is asked.',
  'Ít nhất mỗi nhóm': 'At least, per group',
  'Nhóm có ít người hơn thì lấy cả nhóm.': 'Of a smaller group everybody is taken.',
  'Nhiều nhất mỗi nhóm': 'At most, per group',
  'Để trống nếu không giới hạn.': 'Empty for no limit.',
  'Lấy tất cả ở các nhóm': 'Everybody of these groups',
  'Có (N)': 'There are (N)',
  'Lấy (n)': 'Taken (n)',
  'Cỡ mẫu': 'Sample sizes',
  'Lấy ': 'Taken: ',
  '{0} trên {1}': '{0} of {1}',
  'Cỡ mẫu của từng nhóm': 'Sample size of each group',
  '{0} dòng chưa đúng.': '{0} {0:row is:rows are} not right.',
  'Hãy sửa trong tệp rồi chọn lại tệp.': 'Mend them in the file and choose it again.',
  'Danh sách của đợt này đã có {0} người': 'The roster of this campaign has {0} {0:person:people} already',
  'Bỏ {0} người này, chỉ giữ người vừa rút': 'Take {0} off, keep only the drawn',
  'Không lấy lại được từ phần mềm; tệp trên máy của bạn vẫn còn.':
    'The application cannot bring them back; the file on your computer stays.',
  'Giữ {0} người này, thêm người vừa rút': 'Keep these {0}, add the drawn',
  'Ai đã có trong danh sách thì không bị nhập hai lần.': 'Who is on the roster already is not added twice.',
  'Đã rút mẫu từ {0}': 'Sample drawn from {0}',
  'Lần rút này đã được ghi từ trước; không ghi thêm gì.':
    'This very draw was recorded before; nothing more was written.',
  'Những người đã có từ trước vẫn giữ: danh sách nay có {0} người.':
    'Those who were there before stay: the list now has {0} {0:person:people}.',
  '{0} người được chọn đã ở trong danh sách của đợt điều tra.':
    '{0} chosen {0:person is:people are} now on the roster.',
  'Mã kết quả': 'Digest of the result',
  'Rút từ tệp khác': 'Draw from another file',
  'Mở biên bản để in': 'Open the record to print',
  'Xem danh sách': 'See the roster',
  'Các lần đã rút': 'Earlier draws',
  'Chưa rút lần nào.': 'None so far.',
  'Đã chọn': 'Chosen',
  'số gieo {0}': 'seed {0}',
  'Biên bản': 'Record',
  'Lặp lại để kiểm tra': 'Repeat to check',
  'Lần rút lúc {0}. Đưa lại đúng tệp danh sách đầy đủ đã dùng; không có gì bị thay đổi.':
    'The draw of {0}. Bring the very file of the full list that was used; nothing is changed.',
  'Kéo tệp đã dùng vào đây': 'Drag the file that was used here',
  'Tải bảng xếp hạng': 'Download the ranking',
  'Ra đúng những người đã chọn.': 'It gives the very people who were chosen.',
  'Không ra những người đã chọn.': 'It does not give the people who were chosen.',
  'Tệp không giống từng chữ, nhưng cùng những người.':
    'The file is not the same to the letter, but holds the same people.',
  'Tệp này không phải tệp đã dùng.': 'This is not the file that was used.',
  'Tệp đúng, nhưng cách đọc đã khác: đơn vị hoặc nhóm của đợt điều tra đã được sửa từ lúc rút.':
    'The file is right but is read otherwise: units or groups of the campaign have been changed since.',
  'Số người ở mọi nhóm vẫn bằng nhau: có người đã bị thay hoặc ghi khác đi (tên, thư, số điện thoại, mã).':
    'Every group still has as many people: somebody was replaced or is written otherwise (name, e-mail, phone, code).',
  'Chỗ khác nhau': 'Differences',
  'Lúc rút': 'At the draw',
  'Theo tệp này': 'By this file',
}
