import type { MenuItemConstructorOptions } from 'electron';
import type { Settings } from '../core/domain/settings.ts';

const TEXT = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    quit: 'Quit Jamdai',
    close: 'Close window',
    undo: 'Undo typing',
    redo: 'Redo typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    togglefullscreen: 'Full screen',
    minimize: 'Minimise',
  },
  th: {
    file: 'ไฟล์',
    edit: 'แก้ไข',
    view: 'มุมมอง',
    window: 'หน้าต่าง',
    quit: 'ออกจากจำได้',
    close: 'ปิดหน้าต่าง',
    undo: 'เลิกพิมพ์',
    redo: 'พิมพ์อีกครั้ง',
    cut: 'ตัด',
    copy: 'คัดลอก',
    paste: 'วาง',
    selectAll: 'เลือกทั้งหมด',
    resetZoom: 'ขนาดจริง',
    zoomIn: 'ขยาย',
    zoomOut: 'ย่อ',
    togglefullscreen: 'เต็มหน้าจอ',
    minimize: 'ย่อหน้าต่าง',
  },
} as const satisfies Record<'en' | 'th', Record<string, string>>;

type Role = Exclude<keyof (typeof TEXT)['en'], 'file' | 'edit' | 'view' | 'window'>;

/** The language of the menu: the learner's, or the system's where that is what they chose. */
export function menuLanguage(chosen: Settings['language'], systemLocale: string): 'th' | 'en' {
  if (chosen !== 'system') return chosen;
  return systemLocale.toLowerCase().startsWith('th') ? 'th' : 'en';
}

/** The native menu: roles only, so that both shells do the same; it pushes nothing to the page. */
export function menuTemplate(language: 'th' | 'en', platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const text = TEXT[language];
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: text[role] });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: text.file, submenu: [item(isMac ? 'close' : 'quit')] },
    {
      label: text.edit,
      submenu: [item('undo'), item('redo'), line, item('cut'), item('copy'), item('paste'), item('selectAll')],
    },
    { label: text.view, submenu: [item('resetZoom'), item('zoomIn'), item('zoomOut'), line, item('togglefullscreen')] },
    { label: text.window, submenu: [item('minimize'), ...(isMac ? [] : [item('close')])] },
  ];
}
