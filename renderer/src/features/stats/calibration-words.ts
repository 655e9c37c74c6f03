import { number, percent } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { StatsPage } from './statistics.svelte.ts';

type Calibration = StatsPage['calibration'];

/** How well recall is predicted, and whether that is better than guessing, in two sentences. */
export function calibrationFinding({ predicted, right, predictors, verdict }: Calibration): string {
  const loss = (name: Calibration['predictors'][number]['name']) => {
    const logLoss = predictors.find((one) => one.name === name)?.logLoss ?? null;
    return logLoss === null ? '–' : number(logLoss, 3);
  };
  const compared =
    verdict === 'too-few'
      ? t('stats.calibration.too-few')
      : t(`stats.calibration.${verdict}`, loss('schedule'), loss('mean'), loss('moving'));
  return predicted === null || right === null
    ? compared
    : `${t('stats.calibration.finding', percent(predicted, 1), percent(right, 1))} ${compared}`;
}
