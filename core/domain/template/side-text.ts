import { clozeAnswer } from './cloze-face.ts';
import { isEmptyField } from './fields.ts';
import { filtered } from './filters.ts';
import type { OcclusionShape } from './occlusion.ts';
import type { ParsedTemplate, TemplateNode } from './parse.ts';
import { plainText } from './plain-text.ts';
import type { Side, TemplateProblem, TemplateProblemCode } from './problems.ts';
import { withoutSounds } from './sounds.ts';

/** What a learner is to type. */
export interface TypedAnswer {
  readonly field: string;
  /** Marks over and below letters do not count. */
  readonly isNc: boolean;
  /** Plain text in one line. */
  readonly expected: string;
}

/** Where the typed answer stands. */
export const TYPED_PLACE = '<span class="typed-answer" data-typed=""></span>';

/** Filters upon each other in one place; more are left out. */
export const MAX_FILTERS = 32;
/** Longer faces are cut, and so much text is looked at for one side. */
export const MAX_FACE = 2_000_000;
const MAX_WORK = 20_000_000;

/** All that the text of a side is made of. */
export interface SideSource {
  readonly side: Side;
  /** By name, special ones too. */
  readonly fields: ReadonlyMap<string, string>;
  /** Number of the gap that the card asks; of a card of a standard type that of its template. */
  readonly number: number;
  readonly isCloze: boolean;
  /** The front's text, for the back. */
  readonly frontSide: string;
}

/** The text of one side: fields in their places, sections decided, filters at work. */
export class SideText {
  readonly shapes: OcclusionShape[] = [];
  readonly problems: TemplateProblem[] = [];
  typed: TypedAnswer | null = null;
  readonly #source: SideSource;
  readonly #parts: string[] = [];
  #length = 0;
  #work = 0;

  constructor(source: SideSource, template: ParsedTemplate) {
    this.#source = source;
    for (const { code, name } of template.problems) this.#problem(code, name);
    this.#show(template.nodes);
  }

  get text(): string {
    return this.#parts.join('');
  }

  #show(nodes: readonly TemplateNode[]): void {
    for (const node of nodes) {
      if (this.#isFull()) return;
      if (node.kind === 'text') this.#add(node.text);
      else if (node.kind === 'replacement') this.#add(this.#replacement(node.expression));
      else if (this.#isFilled(node.name) !== node.isNegated) this.#show(node.children);
    }
  }

  #add(text: string): void {
    const room = MAX_FACE - this.#length;
    if (text.length > room) this.#problem('too-long', '');
    const part = text.slice(0, room);
    this.#parts.push(part);
    this.#length += part.length;
    this.#work += text.length;
  }

  #isFull(): boolean {
    if (this.#length < MAX_FACE && this.#work < MAX_WORK) return false;
    this.#problem('too-long', '');
    return true;
  }

  #isFilled(section: string): boolean {
    const { isCloze, number, fields } = this.#source;
    const name = section.normalize();
    const value = fields.get(name);
    if (value !== undefined) {
      this.#work += value.length;
      return !isEmptyField(value);
    }
    if (isCloze && /^c\d+$/.test(name)) return name === `c${String(number)}`;
    if (name === 'FrontSide') return !isEmptyField(this.#source.frontSide);
    this.#problem('unknown-section', section);
    return false;
  }

  #replacement(expression: string): string {
    const whole = this.#field(expression);
    if (whole !== undefined) return whole;
    const [name = '', ...given] = expression
      .split(':')
      .map((part) => part.trim())
      .reverse();
    const filters = given.slice(0, MAX_FILTERS);
    if (filters.length < given.length) this.#problem('too-deep', name);
    const value = name === '' && filters.length > 0 ? '' : this.#field(name);
    if (value === undefined) {
      this.#problem('unknown-field', name);
      return '';
    }
    return filters.includes('type') ? this.#typedPlace(name, value, filters) : this.#filtered(name, value, filters);
  }

  #field(name: string): string | undefined {
    const { fields, frontSide } = this.#source;
    const value = fields.get(name.normalize()) ?? (name === 'FrontSide' ? frontSide : undefined);
    this.#work += value?.length ?? 0;
    return value;
  }

  /** @param filters the first to be applied first */
  #filtered(field: string, html: string, filters: readonly string[]): string {
    const { number, side } = this.#source;
    return filters.reduce((text, filter) => {
      this.#work += text.length;
      const made = filtered(filter, text, { field, number, side, shapes: this.shapes });
      if (made === null) this.#problem('unknown-filter', filter);
      return made ?? text;
    }, html);
  }

  /** One place to type a side: what stands in a second one could not be judged. */
  #typedPlace(field: string, html: string, filters: readonly string[]): string {
    const answer = filters.includes('cloze') ? clozeAnswer(html, this.#source.number) : html;
    const expected = plainText(withoutSounds(answer)).replaceAll('\n', ' ');
    if (expected === '' || this.typed) return '';
    this.typed = { field, isNc: filters.includes('nc'), expected };
    return TYPED_PLACE;
  }

  #problem(code: TemplateProblemCode, name: string): void {
    const isKnown = this.problems.some((problem) => problem.code === code && problem.name === name);
    if (!isKnown && this.problems.length < 50) this.problems.push({ code, side: this.#source.side, name });
  }
}
