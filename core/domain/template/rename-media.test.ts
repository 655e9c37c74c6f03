import { describe, expect, it } from 'vitest';
import { mediaNames } from './media-names.ts';
import { withMediaRenamed } from './rename-media.ts';

const renamed = (html: string) => withMediaRenamed(html, (name) => (name === 'a b.png' ? 'a b-1%2.png' : undefined));

describe('withMediaRenamed', () => {
  it.each([
    '<img src="a b.png">',
    "<img class=x src='a b.png' alt='a b.png'>",
    '<img src="a%20b.png">',
    '<img src=a%20b.png>',
    '<IMG SRC = "a&#32;b.png">',
    'x [sound:a b.png] y',
    '[sound: a&#32;b.png ]',
    '<video poster="a b.png"></video>',
    '<object data="a b.png"></object>',
    '<svg><image xlink:href="a b.png"/></svg>',
    '<div style="background: url(\'a b.png\')">x</div>',
    '<div style=\'background: url("a b.png")\'>x</div>',
    '<style>.card { background: url( "a b.png" ); }</style>',
    '.card { background: url(a%20b.png) }',
  ])('%s names the other file', (html) => {
    expect(mediaNames(html)).toEqual(['a b.png']);
    expect(mediaNames(renamed(html))).toEqual(['a b-1%2.png']);
  });

  it.each([
    'a b.png',
    '<!-- <img src="a b.png"> -->',
    '<a href="a b.png">a b.png</a>',
    '<img src="https://example.org/a b.png">',
    '<img src="c.png">[sound:c.mp3]',
    '<img alt="a b.png">',
    '<img src="a b.png',
  ])('%s stays', (html) => {
    expect(renamed(html)).toBe(html);
  });
});
