/** English words of points from outside and of the year before. */
import type { Catalogue } from '../t.ts'

export const points: Catalogue = {
  'Đã lấy kết quả năm {0} của {1} đơn vị.': 'Took over the results of {0} for {1} {1:unit:units}.',
  'Đợt đã chốt Chỉ số': 'Campaign with a final Index',
  'So sánh với kết quả đã chốt của năm trước': 'Compare with the final results of the year before',
  'Lấy kết quả': 'Take the results',
  'Kéo tệp kết quả năm trước vào đây': 'Drag the file with the results of the year before here',
  'Quyết định công bố Chỉ số năm trước, số và ngày':
    'Decision publishing the Index of the year before, number and date',
  'Nhập {0} đơn vị': 'Import {0} {0:unit:units}',
  'Đã nhập kết quả năm {0} của {1} đơn vị từ tệp {2}.':
    'Imported the results of {0} for {1} {1:unit:units} from the file {2}.',
  Năm: 'Year',
  'Chỗ cần sửa': 'To correct',
  'Kết quả đã công bố của năm trước, để so sánh điểm và thứ hạng. Đơn vị nào năm nay tiếp nối đơn vị nào do bộ tiêu chí của đợt này quy định.':
    'The published results of the year before, to compare points and ranks. Which unit of this year continues which one is laid down in the campaign’s definition.',
  'Kết quả năm {0}': 'Results of {0}',
  trước: 'the year before',
  'Đã có': 'There',
  'Chưa có': 'Not there yet',
  'Tải mẫu': 'Download the template',
  'Lấy từ đợt trước': 'Take from an earlier campaign',
  'Nhập tệp': 'Import a file',
  'Chỉ số đã chốt: kết quả năm trước giữ nguyên, không nhập thêm được.':
    'The Index is final: the results of the year before stay as they are, nothing more can be imported.',
  '{0} đơn vị. Bản {1}, {2} nhập lúc {3}: “{4}”': '{0} {0:unit:units}. Version {1}, imported by {2} at {3}: “{4}”',
  'Lấy từ đợt đã chốt của năm trước trong hệ thống này, hoặc nhập từ tệp.':
    'Take them from a campaign of the year before in this system whose Index is final, or import a file.',
  'Chỉ số đã chốt mà không so với năm trước: không nhập thêm được.':
    'The Index was finalized without a comparison with the year before: nothing more can be imported.',
  'Tải mẫu về, điền điểm, hạng, loại đã công bố của từng đơn vị, rồi kéo tệp vào.':
    'Download the template, fill in each unit’s published points, rank and class, then drag the file in.',
  'so sánh được': 'comparable',
  'Đơn vị năm nay': 'Unit of this year',
  'Tiếp nối': 'Continues',
  hạng: 'rank',
  Loại: 'Class',
  'So sánh': 'Comparison',
  'Năm trước của {0}': 'Year before of {0}',
  'Năm trước còn có, năm nay không đơn vị nào tiếp nối riêng: {0}.':
    'There the year before, but continued by no single unit this year: {0}.',
  Bản: 'Version',
  Lúc: 'At',
  'Người nhập': 'Imported by',
  Từ: 'From',
  'đang dùng': 'in use',
  'như cũ': 'unchanged',
  'Ô điểm': 'Point cells',
  'Ô khác bản đang có': 'Cells that differ from the present version',
  'Tệp không có {0}: điểm của {1} giữ như bản trước.':
    'The file has no {0}: the points of {1} stay as in the last version.',
  'các khối này': 'these blocks',
  'khối này': 'this block',
  'Điểm của {0} trong tệp giống hệt điểm {1} ở bản đang có, và ngược lại. Có bị đổi cột không?':
    'The file gives {0} exactly the points of {1} in the present version, and the other way round. Are the columns swapped?',
  'Tổng điểm từng đơn vị theo tệp này': 'Each unit’s total by this file',
  ' ({0} đơn vị thay đổi)': ' ({0} {0:unit changes:units change})',
  'Đang có': 'At present',
  'Theo tệp': 'By the file',
  Tổng: 'Total',
  'Thay đổi': 'Change',
  'Điểm thẩm định, tự đánh giá và điểm của nguồn bên ngoài vào đây bằng tệp. Tải mẫu về, điền, kéo tệp vào; tệp được kiểm tra trước, và mỗi lần nhập là một bản mới có tên người nhập và lý do.':
    'Appraisal, self-assessment and points of other sources come in here by file. Download the template, fill it in, drag it here; the file is checked first, and each import is a new version with the importer’s name and reason.',
  ' Chỉ số đã chốt: các bản dưới đây giữ nguyên, không nhập thêm được.':
    ' The Index is final: the versions below stay as they are, nothing more can be imported.',
  'Điểm các đơn vị tự đánh giá, để đối chiếu với điểm thẩm định; không cộng vào Chỉ số.':
    'Points the units gave themselves, to compare with the appraisal; they do not count in the Index.',
  'Điểm của Hội đồng thẩm định, cộng vào Chỉ số cho tới khi có lần 2.':
    'Points of the appraisal council, counted in the Index until there is a second round.',
  'Điểm sau khi giải trình, phúc tra; khi có thì thay điểm lần 1.':
    'Points after explanations and re-examination; they replace those of the first round.',
  'Phần điểm khảo sát do nơi khác thực hiện, cộng vào Chỉ số.':
    'Survey points from a survey that others carried out, counted in the Index.',
  'Thẩm định lần {0}': 'Appraisal, round {0}',
  'Bản {0}': 'Version {0}',
  'Tiêu chí': 'Criterion',
  Trước: 'Before',
  '{0} nhập vì: “{1}”. {2}': '{0} imported it because: “{1}”. {2}',
  'Ô thay đổi ({0})': 'Changed cells ({0})',
  'Tổng từng đơn vị': 'Total of each unit',
  'Xem gì': 'What to show',
  'Thay đổi của bản này': 'Changes in this version',
  'Đang hiện {0} trên {1} dòng. Nút Sao chép lấy đủ tất cả.':
    'Showing {0} of {1} rows. The Copy button takes them all.',
  'Đây là bản đầu tiên.': 'This is the first version.',
  'So với bản {0}.': 'Compared with version {0}.',
  'So với bản {0} của thẩm định lần {1}.': 'Compared with version {0} of appraisal round {1}.',
  'Bản {0} đang có giống hệt tệp {1}: không có gì phải thay.':
    'The present version {0} is identical to the file {1}: nothing to replace.',
  'Đã nhập bản {0} từ tệp {1}: {2} ô điểm, {3} ô khác bản trước.':
    'Imported version {0} from the file {1}: {2} point {2:cell:cells}, {3} different from the version before.',
  'Kéo tệp điểm {0} vào đây': 'Drag the file with {0} here',
  'Biên bản họp Hội đồng thẩm định ngày 12/01': 'Minutes of the appraisal council of 12/01',
  'Nhập {0} ô điểm': 'Import {0} point {0:cell:cells}',
  'Xem Chỉ số': 'See the Index',
  '/{0} ô điểm': '/{0} point cells',
  'Thôi nhập': 'Stop importing',
  'Bản {0}, {1} nhập lúc {2}: “{3}”': 'Version {0}, imported by {1} at {2}: “{3}”',
  'Không bắt buộc': 'Optional',
  'Còn thiếu': 'Missing',
  Đủ: 'Complete',
  'Đủ, đang tính': 'Complete, counted',
  'Đã có bản thay': 'Replaced',
  'Mẫu Excel trống': 'Empty Excel template',
  'Mẫu Excel kèm điểm đang có': 'Excel template with the present points',
  'Mẫu CSV trống': 'Empty CSV template',
  'Mẫu CSV kèm điểm đang có': 'CSV template with the present points',
  Xem: 'Show',
  'Bản ': 'Version ',
  'Xem thay đổi': 'Show changes',
  ' của bản {0}': ' of version {0}',
}
