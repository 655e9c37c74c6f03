import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { t } from '../../i18n/locale.svelte.ts';

type Status = Output<'sync.status'>;

/** What exists and has not arrived, piece by piece: “12 changes”, “1 deck”. */
export function onTheWayWords({ events, packs, media }: Status['onTheWay']): string {
  return [
    events > 0 ? t('sync.events', events) : null,
    packs > 0 ? t('sync.packs', packs) : null,
    media > 0 ? t('sync.media', media) : null,
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** Words where a failure is about the folder; elsewhere a code's own words will do. */
export function folderFailure(code: ErrorCode): { what?: string; todo?: string } {
  if (code === 'not-found') return { what: t('setUp.none'), todo: t('setUp.noneDo') };
  if (code === 'bad-input') return { what: t('setUp.place'), todo: t('setUp.placeDo') };
  if (code === 'disk-refused') return { what: t('path.refused'), todo: t('path.refusedDo') };
  return {};
}
