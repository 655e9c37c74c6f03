import { z } from 'zod';
import { QUESTION_KINDS } from '../domain/question.ts';
import { LOSSES } from '../domain/note/losses.ts';
import { Chosen } from './chosen-cards.ts';
import { define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

const Path = z.string().min(1).max(4_096);
const DeckName = z.string().min(1).max(2_000);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Formats that are read: the ids of `services/transfer`. */
const FormatId = z.string().min(1).max(40);
/** The formats decks and courses are written in; `course`: the folder of a course, as a zip. */
const EXPORT_FORMATS = ['apkg', 'csv', 'markdown', 'json', 'printable', 'course'] as const;
/** What each column of a table is. */
const COLUMN_KINDS = ['field', 'tags', 'deck', 'note-type', 'id', 'skip'] as const;

const Mapping = z.strictObject({
  /** '': a line is a cell. */
  separator: z.string().max(10).exactOptional(),
  encoding: z.string().min(1).max(40).exactOptional(),
  hasHeader: z.boolean().exactOptional(),
  isHtml: z.boolean().exactOptional(),
  columns: z.array(z.enum(COLUMN_KINDS)).min(1).max(500).exactOptional(),
  deck: DeckName.exactOptional(),
  tags: z.array(z.string().min(1).max(200)).max(100).exactOptional(),
  noteType: z.string().min(1).max(200).exactOptional(),
});

/** How a file is taken in. */
const ImportOptions = z.strictObject({
  /** Reviews, due days, flags and what is suspended come along, or every card begins anew. */
  schedule: z.enum(['keep', 'new']).exactOptional(),
  /** Options of study that came with the decks become presets. */
  presets: z.boolean().exactOptional(),
  /** The deck all cards are put into; absent: decks as they came. */
  into: DeckName.exactOptional(),
  /** Read it as this format; absent: by its looks. */
  format: FormatId.exactOptional(),
  mapping: Mapping.exactOptional(),
});

const Counts = z.strictObject({
  decks: z.int(),
  notes: z.int(),
  cards: z.int(),
  reviews: z.int(),
  media: z.int(),
  noteTypes: z.int(),
});

/** What taking in a file does, or did. */
const ImportPlan = z.strictObject({
  file: z.strictObject({ name: z.string(), bytes: z.int(), sha256: Sha256, format: FormatId }),
  counts: Counts,
  /**
   * `updated`: newer in the file, and changed by it; `same`: there already; `older`: newer here, left alone; `edited`: of those updated,
   * how many keep a field that the learner changed here.
   */
  notes: z.strictObject({ fresh: z.int(), updated: z.int(), same: z.int(), older: z.int(), edited: z.int() }),
  reviews: z.strictObject({ fresh: z.int(), known: z.int() }),
  /** Has the file a schedule, and options of study, to keep? */
  has: z.strictObject({ schedule: z.boolean(), presets: z.boolean() }),
  decks: z.array(z.strictObject({ name: z.string(), cards: z.int(), isThere: z.boolean() })),
  types: z.array(z.strictObject({ name: z.string(), notes: z.int() })),
  /** Cards whose schedule was made from interval and ease, for want of reviews. */
  converted: z.int(),
  /** Cards kept with their due day whose memory would choose another one: how many, and by up to how many days for half of them. */
  dueApart: z.strictObject({ cards: z.int(), of: z.int(), medianDays: z.number() }),
  /** What is odd, in the order of its importance. */
  odd: z.array(z.strictObject({ code: z.string(), count: z.int(), places: z.array(z.string()) })),
  /**
   * A course comes in the place of notes. `over`: what of its id is here, and gives way to it; of one that the learner made, `own`, it does not.
   * Questions `gone` are in what is here and not in this one: their progress stays kept.
   */
  course: z
    .strictObject({
      id: z.string(),
      title: shape.Bilingual,
      lessons: z.int(),
      questions: z.strictObject({ fresh: z.int(), changed: z.int(), same: z.int(), gone: z.int() }),
      over: z.enum(['nothing', 'built-in', 'brought', 'own']),
    })
    .exactOptional(),
  /** The learner took in this very file, with these options, before. */
  isAgain: z.boolean(),
  /** Of a table: how it was read, for the page where its columns are mapped. */
  table: z
    .strictObject({
      mapping: Mapping,
      /** `name`: '' where it has none. */
      columns: z.array(z.strictObject({ name: z.string(), kind: z.enum(COLUMN_KINDS) })),
      /** The first rows, without the header; each cell cut at 200 characters. */
      rows: z.array(z.array(z.string())),
      problems: z.array(z.enum(['one-column', 'ragged', 'text-not-utf8', 'quotes', 'no-rows'])),
    })
    .nullable(),
});

const ImportReport = z.strictObject({
  ...ImportPlan.omit({ table: true, isAgain: true }).shape,
  /** Names it: the device of what was brought. */
  importId: z.string(),
  /** When it was taken in here; null where another device did. */
  at: shape.EpochMs.nullable(),
  into: z.string().nullable(),
  undone: z.boolean(),
});

/** What goes out: a deck with those below it, or a course; or the notes of chosen cards, each with all of its cards. One of both is named. */
const Outgoing = z.strictObject({ courseId: shape.Id.exactOptional(), of: Chosen.exactOptional() });
const namesOne = ({ courseId, of }: z.infer<typeof Outgoing>): boolean =>
  (courseId === undefined) !== (of === undefined);
const NAMES_ONE = { path: ['courseId'], error: 'name either courseId or of' };

const DeckPlace = z.strictObject({ id: z.string(), name: z.string() });

/** Decks: what is in the library beside courses, how it comes in and goes out. Courses and decks are listed by `library.list`. */
export const libraryMethods = {
  /** One deck, decks below it counted in. */
  'deck.get': define(
    z.strictObject({ deckId: shape.Id }),
    z.strictObject({
      id: z.string(),
      /** The whole of it, nested by `::`. */
      name: z.string(),
      /** Those above it, from the outermost. */
      above: z.array(DeckPlace),
      below: z.array(z.strictObject({ ...DeckPlace.shape, cards: z.int(), due: z.int(), new: z.int() })),
      /** Plain text of its author. */
      description: z.string(),
      /** Of all cards: `due` and `fresh` by today's limits, `young` and `mature` (21 days and more) by their interval. */
      counts: z.strictObject({
        notes: z.int(),
        cards: z.int(),
        due: z.int(),
        fresh: z.int(),
        new: z.int(),
        learning: z.int(),
        young: z.int(),
        mature: z.int(),
        suspended: z.int(),
        buried: z.int(),
        leeches: z.int(),
      }),
      recall: shape.RecallForecast,
      /** Name of the preset it is studied by; null: as in the settings, or as the deck above. */
      preset: z.string().nullable(),
      /** The imports it came with, the newest first. */
      sources: z.array(z.strictObject({ importId: z.string(), name: z.string(), at: shape.EpochMs.nullable() })),
    }),
  ),
  /** Its cards and those of decks below, in the order new ones are learned. `text`: plain text of the front. */
  'deck.cards': define(
    z.strictObject({ deckId: shape.Id, from: z.int().min(0), most: z.int().min(1).max(200) }),
    z.strictObject({
      total: z.int(),
      cards: z.array(
        z.strictObject({
          cardId: shape.CardId,
          text: z.string(),
          deck: z.string(),
          kind: z.enum(QUESTION_KINDS),
          phase: z.enum(['new', 'learning', 'review', 'relearning']),
          /** Study day; null for a new card. */
          dueDay: z.int().nullable(),
          suspended: z.boolean(),
          flag: z.int(),
          marked: z.boolean(),
        }),
      ),
    }),
  ),
  /** Another whole name: it is called otherwise, or moved below another deck; decks below go with it. Undone as one step. */
  'deck.set': define(z.strictObject({ deckId: shape.Id, name: DeckName }), Done),
  /** Takes a deck, with those below it, out of the library; progress and content stay kept, and one undo brings it back. */
  'library.remove': define(
    z.strictObject({ deckId: shape.Id }),
    z.strictObject({ decks: z.int(), notes: z.int(), cards: z.int() }),
  ),
  /**
   * Takes a piece of a file, or of a text that was pasted, from a shell that knows no paths: the first without `id`, pieces in order.
   * `path` names the whole in `library.import`; it is gone with the next start.
   */
  'library.receive': define(
    z.strictObject({
      id: shape.Id.exactOptional(),
      name: z.string().min(1).max(255),
      /** Base64. */
      piece: z.string().max(900_000),
      isLast: z.boolean(),
    }),
    z.strictObject({ id: z.string(), path: z.string().nullable() }),
  ),
  /** What would come of `library.import`: nothing is changed. Long work named `import`. */
  'library.plan': define(z.strictObject({ path: Path, options: ImportOptions }), ImportPlan),
  /** Takes a file in, whole or not at all. Long work named `import`. */
  'library.import': define(z.strictObject({ path: Path, options: ImportOptions }), ImportReport),
  /** What was brought in, the newest first. */
  'library.imports': define(Empty, z.strictObject({ imports: z.array(ImportReport) })),
  /** Takes back a whole import, or brings it back. */
  'library.undoImport': define(z.strictObject({ importId: shape.Id }), z.strictObject({ undone: z.boolean() })),
  /** What a format can not hold of these decks, courses or cards. `not-found` where none of the cards is there, `bad-input` for `course` of what is none. */
  'library.losses': define(
    Outgoing.extend({ format: z.enum(EXPORT_FORMATS), withProgress: z.boolean() }).refine(namesOne, NAMES_ONE),
    z.strictObject({
      notes: z.int(),
      cards: z.int(),
      losses: z.array(z.strictObject({ code: z.enum(LOSSES), count: z.int() })),
      /** Those it can go out in: `course` of courses that the learner made or brought in. */
      formats: z.array(z.enum(EXPORT_FORMATS)),
      /** A name for the file. */
      proposed: z.string(),
    }),
  ),
  /** Writes a deck, with those below it, a course, or chosen notes. Refuses a path where something is already. Long work named `deck-export`. */
  'library.export': define(
    Outgoing.extend({
      format: z.enum(EXPORT_FORMATS),
      withProgress: z.boolean(),
      language: z.enum(['th', 'en']),
      path: Path,
    }).refine(namesOne, NAMES_ONE),
    z.strictObject({
      path: z.string(),
      bytes: z.int(),
      notes: z.int(),
      leftOut: z.int(),
      cards: z.int(),
      reviews: z.int(),
      media: z.int(),
    }),
  ),
} as const;
