/** English words of results, points and last year. */
import type { Catalogue } from '../t.ts'

export const results: Catalogue = {
  'Phát ra': 'Issued',
  'Đã kiểm': 'Counted',
  'Cộng ({0})': 'Sum ({0})',
  'Ghi chú': 'Remarks',
  'Điểm khảo sát': 'Survey points',
  'Chỉ số': 'Index',
  'Nhập điểm': 'Import points',
  'Báo cáo': 'Report',
  'Chưa có điểm. Điểm hiện dần sau khi mở đợt điều tra và có người trả lời.':
    'No points yet. They appear once the campaign is open and people answer.',
  'Điểm đã chốt và không đổi nữa.': 'Points are final and do not change any more.',
  'Điểm của mọi phiếu đã nhận; chờ chốt.': 'Points of all responses received; to be finalized.',
  ', tới {0}': ', until {0}',
  'Điểm tạm thời, đổi trong khi mọi người trả lời{0}. Đơn vị chưa đủ {1} phiếu được ẩn.':
    'Provisional points, changing while people answer{0}. Units with fewer than {1} responses are hidden.',
  'Kết quả {0}': 'Results of {0}',
  'Số trong ngoặc là điểm tối đa. LV: lĩnh vực. Điểm làm tròn tới hai chữ số ở bước cuối, nên tổng có thể lệch 0,01 so với cộng từng số đã làm tròn.':
    'In brackets: the maximum. Dom.: domain. Points are rounded to two decimals in the last step, so a total may differ by 0,01 from the sum of rounded numbers.',
  'Dấu *: hạng hoặc điểm chỉ tính phần đã có; phần còn thiếu ghi dưới tên đơn vị. Điểm viết như 13,93 / 19 là trên tổng tối đa của phần đã có. Đơn vị thiếu điểm của tiêu chí thì chưa có hạng.':
    'Mark *: a rank or points of what is known so far; what is missing stands below the unit’s name. Points such as 13,93 / 19 are out of the maximum of what is known. A unit that lacks the points of a criterion has no rank.',
  'chưa có {0}': 'without {0} so far',
  'Bảng điểm': 'Table of points',
}
