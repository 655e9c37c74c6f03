import { DEFAULT_SETTINGS, type Settings } from '../../../../core/domain/settings.ts';
import { foundRanges } from '../../../../core/domain/text/found-ranges.ts';
import { typedQuery } from '../../../../core/domain/text/needle.ts';
import { rankOf } from '../../../../core/domain/text/ranking.ts';
import { searchForm } from '../../../../core/domain/text/search-form.ts';
import { href, IMPORT_HREF, settingsHref, type Route } from '../../app/address.ts';
import type { Preferences } from '../../app/preferences.svelte.ts';
import { inAllLanguages, t, type PlainKey } from '../../i18n/locale.svelte.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import type { PaletteGroup, PaletteItem, PaletteKind } from './palette-items.ts';

interface Own {
  readonly kind: PaletteKind;
  readonly icon: IconName;
  readonly name: PlainKey;
  readonly to: string | (() => void);
}

const view = (icon: IconName, name: PlainKey, to: Route | string): Own => ({
  ...{ kind: 'view', icon, name },
  to: typeof to === 'string' ? to : href(to),
});
const VIEWS: readonly Own[] = [
  view('today', 'nav.today', { name: 'today' }),
  view('library', 'nav.library', { name: 'library' }),
  view('course', 'nav.course', { name: 'course', courseId: null }),
  view('review', 'nav.review', { name: 'review', courseId: null, lessonId: null }),
  view('exam', 'nav.exam', { name: 'exam', examId: null }),
  view('glossary', 'nav.glossary', { name: 'glossary', courseId: null, termId: null }),
  view('pen', 'marks.title', { name: 'marks', courseId: null }),
  view('pictures', 'nav.pictures', { name: 'pictures', courseId: null, picture: null }),
  view('stats', 'nav.stats', { name: 'stats', range: null, courseId: null, lessonId: null, query: null }),
  view('history', 'nav.history', { name: 'history' }),
  view('settings', 'nav.settings', settingsHref()),
  view('today', 'plan.title', { name: 'plan' }),
  view('up', 'import.title', IMPORT_HREF),
  view('settings', 'data.title', { name: 'data' }),
  view('settings', 'presets.title', { name: 'presets' }),
  view('settings', 'parameters.title', { name: 'parameters' }),
];

const SETTINGS = (Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]).map((name): Own => ({
  ...{ kind: 'setting', icon: 'settings', name: `settings.${name}`, to: settingsHref(name) },
}));

function commands({ change }: Pick<Preferences, 'change'>): Own[] {
  const command = (name: PlainKey, run: () => unknown): Own => ({
    ...{ kind: 'command', icon: 'bolt', name },
    to: () => void run(),
  });
  return [
    command('search.do.light', () => change('theme', 'light')),
    command('search.do.dark', () => change('theme', 'dark')),
    command('search.do.systemTheme', () => change('theme', 'system')),
    command('search.do.thai', () => change('language', 'th')),
    command('search.do.english', () => change('language', 'en')),
  ];
}

/** Views, settings and commands of the app itself, by their names in any language; all views and commands where nothing was typed. */
export function ownGroups(typed: string, preferences: Pick<Preferences, 'change'>, limit: number): PaletteGroup[] {
  const query = typedQuery(typed);
  const kinds = { view: VIEWS, setting: query ? SETTINGS : [], command: commands(preferences) };
  return Object.entries(kinds).flatMap(([kind, all]): PaletteGroup[] => {
    const found = all.flatMap((own) => {
      const forms = inAllLanguages(own.name).map(searchForm);
      const rank = query ? rankOf({ titleForms: forms, forms }, query) : 0;
      return rank === null ? [] : [{ rank, own }];
    });
    const ranked = found.sort((a, b) => a.rank - b.rank).slice(0, query ? limit : undefined);
    const items = ranked.map(({ own }): PaletteItem => {
      const text = t(own.name);
      return {
        ...{ id: `own-${own.name}`, icon: own.icon, detail: null, place: '', to: own.to },
        title: { text, marks: query ? foundRanges(text, query.words) : [] },
      };
    });
    return items.length === 0 ? [] : [{ kind: kind as PaletteKind, best: ranked[0]!.rank, total: found.length, items }];
  });
}
