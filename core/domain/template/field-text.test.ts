import { expect, it } from 'vitest';
import { fieldText } from './field-text.ts';

it.each([
  ['markup', '<b>one</b><br>two', 'one\ntwo'],
  ['gaps', '{{c1::Pluto::planet}} is {{c2::<i>small</i>}}', 'Pluto is small'],
  ['gaps in gaps', '{{c1::a {{c2::b}} c}}', 'a b c'],
  [
    'masks',
    '{{c1::image-occlusion:rect:left=.1:top=.4:width=.2:height=.15::Menu}}<br>{{c2::image-occlusion:rect:left=.4::The page}}<br>',
    'Menu\nThe page',
  ],
  ['masks without a name', '{{c1::image-occlusion:rect:left=.1}}<br>', ''],
  ['nothing', '', ''],
])('of %s', (_what, html, text) => expect(fieldText(html)).toBe(text));
