import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { DataPart } from './data-work.svelte.ts';

/** Words where a failure is about a path or a backup; elsewhere a code's own words will do. */
export function failureWords(part: DataPart, code: ErrorCode): { what?: string; todo?: string } {
  if (code === 'not-found')
    return part === 'backup' || part === 'restore'
      ? { what: t('backup.gone'), todo: t('backup.goneDo') }
      : { what: t('path.none'), todo: t('path.noneDo') };
  if (code === 'bad-input') return { what: t('path.own'), todo: t('path.ownDo') };
  if (code === 'disk-refused' && (part === 'export' || part === 'second'))
    return { what: t('path.refused'), todo: t('path.refusedDo') };
  return {};
}
