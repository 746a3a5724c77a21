/** What a program of the index side can be told when it may not come in. */
import { AppError } from '../errors.ts'

export const wrongClient = () =>
  new AppError('wrong-client', 401, 'Mã chương trình hoặc khóa bí mật không đúng. Hãy kiểm tra lại cấu hình.')

export const tokenInvalid = () =>
  new AppError('token-invalid', 401, 'Mã truy cập không đúng hoặc đã hết hạn. Hãy lấy mã mới rồi gọi lại.')
