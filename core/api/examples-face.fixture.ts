import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

type Methods = 'card.face' | 'card.picture' | 'media.address';
const nothing = {
  html: '',
  css: '.card { color: black }',
  masks: [],
  remote: { count: 0, hosts: [] },
  missing: [],
  onTheWay: [],
  stopped: [],
};

/** One call of every method about faces of cards, as whole as it can be. */
export const FACE_EXAMPLES = {
  'card.face': [
    { cardId: parseCardId('anki/abc#0') },
    {
      face: {
        frame: '/face/AAAAAAAAAAAAAAAAAAAAAAAA',
        front: {
          ...nothing,
          html: '<b>แมว</b>',
          sounds: [
            { kind: 'file', name: 'cat.mp3', address: null },
            { kind: 'speech', text: 'แมว', language: 'th', voices: ['Kanya'], speed: 1 },
          ],
          masks: [
            {
              kind: 'rect',
              isAsked: true,
              isCovered: true,
              numbers: { left: 0.1, top: 0.2, width: 0.3, height: 0.1 },
              points: [],
              text: '',
            },
          ],
          missing: ['cat.mp3'],
          onTheWay: ['cat.mp3'],
        },
        back: {
          ...nothing,
          html: 'cat',
          sounds: [],
          remote: { count: 1, hosts: ['evil.example'] },
          stopped: ['script'],
        },
        className: 'card card1',
        typed: { isRightToLeft: true, font: 'Amiri' },
        problems: [{ code: 'unknown-field', side: 'front', name: 'Image' }],
      },
    },
  ],
  'card.picture': [
    { cardId: parseCardId('own/a#0') },
    {
      ...{ address: '/media/key/hash', covers: 'all' },
      regions: [
        {
          id: 'r1',
          text: { th: 'ก', en: 'a' },
          shape: 'rect',
          points: [
            [0, 0],
            [0.5, 1],
          ],
        },
      ],
    },
  ],
  'media.address': [{ name: 'cat.png', noteId: 'own/a' }, { address: null }],
} satisfies { readonly [M in Methods]: readonly [Sent<M>, Output<M>] };
