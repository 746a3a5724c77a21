/** Quản trị: what belongs to the whole installation. */
import { Outlet } from '@tanstack/react-router'

export const AdminLayout = () => <Outlet />
