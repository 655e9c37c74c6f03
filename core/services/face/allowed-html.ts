import type { Stopped } from '../../domain/template/problems.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const HTML = words(`
  a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn
  div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label li main mark nav nobr ol p pre
  q rb rp rt rtc ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
  audio video source picture`);
const MATHML = words(`
  math maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle
  msub msubsup msup mtable mtd mtext mtr munder munderover none semantics annotation`);
/** No `title`, `desc` and `foreignObject`: HTML would begin anew in them. */
const SVG = words(`
  svg g path rect circle ellipse line polyline polygon text tspan defs lineargradient radialgradient stop clippath mask pattern
  marker image`);

export const ALLOWED_TAGS: readonly string[] = [...HTML, ...MATHML, ...SVG];

/** What is in them goes with them. */
export const DROPPED_WHOLE = words(
  'script style textarea option select button noscript template title iframe object embed xmp noembed noframes plaintext canvas applet dialog frameset',
);

/** Elements whose going is told: a card may miss them. */
export const STOPPED_TAGS: ReadonlyMap<string, Stopped> = new Map([
  ['script', 'script'],
  ...words('iframe object embed applet portal frameset frame base meta link').map((tag) => [tag, 'page'] as const),
  ...words('form input button select textarea').map((tag) => [tag, 'form'] as const),
]);

/** Attributes that say nothing but how a thing looks or reads, of any element. */
const HARMLESS = words(`
  class lang dir title hidden translate role
  align valign bgcolor color face size border cellpadding cellspacing colspan rowspan width height nowrap span scope headers abbr
  start value reversed open datetime compact noshade clear hspace vspace alt loop muted controls playsinline media
  alttext display displaystyle scriptlevel mathvariant mathsize mathcolor mathbackground fence separator stretchy symmetric
  largeop movablelimits accent accentunder lspace rspace minsize maxsize rowspacing columnspacing rowalign columnalign rowlines
  columnlines frame framespacing linethickness notation depth voffset form encoding columnspan
  d x y x1 y1 x2 y2 cx cy r rx ry dx dy points transform viewbox preserveaspectratio offset fill fill-opacity fill-rule stroke
  stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit opacity
  stop-color stop-opacity gradientunits gradienttransform spreadmethod fx fy clip-path clip-rule mask marker-start marker-mid
  marker-end markerwidth markerheight refx refy orient patternunits patterntransform clippathunits maskunits text-anchor
  dominant-baseline alignment-baseline baseline-shift font-size font-family font-weight font-style textlength lengthadjust
  letter-spacing word-spacing text-decoration vector-effect paint-order visibility rotate`);
const harmless = new Set(HARMLESS);

export const isHarmlessAttribute = (name: string): boolean =>
  harmless.has(name) ||
  /^aria-(?!(?:activedescendant|controls|describedby|details|flowto|labelledby|owns)$)[a-z]+$/.test(name);

/** Of them, those that are read by people: whatever stands in them. */
export const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set(words('title alt alttext abbr class aria-label'));

/** Attributes that hold ids, one or more. */
export const ID_ATTRIBUTES: ReadonlySet<string> = new Set(
  words('id for aria-controls aria-describedby aria-details aria-labelledby aria-owns'),
);
