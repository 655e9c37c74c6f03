/** What a search can say: an example, and the words for it. All of docs/query.md, in short. */
export const HELP_PARTS = [
  {
    name: 'texts',
    rows: [
      { query: 'river bank', words: 'both' },
      { query: '"river bank"', words: 'phrase' },
      { query: 'river or bank', words: 'either' },
      { query: '-river', words: 'not' },
      { query: '(river or sea) -bank', words: 'group' },
      { query: 'front:river', words: 'field' },
      { query: 'front:ri*', words: 'star' },
      { query: 'front:""', words: 'fieldEmpty' },
    ],
  },
  {
    name: 'places',
    rows: [
      { query: 'deck:Thai', words: 'deck' },
      { query: 'tag:food', words: 'tag' },
      { query: 'note:Basic', words: 'note' },
      { query: 'kind:choice', words: 'kind' },
    ],
  },
  {
    name: 'states',
    rows: [
      { query: 'is:due', words: 'due' },
      { query: 'is:new', words: 'new' },
      { query: 'is:learning', words: 'learning' },
      { query: 'is:review', words: 'review' },
      { query: 'is:suspended', words: 'suspended' },
      { query: 'is:buried', words: 'buried' },
      { query: 'is:leech', words: 'leech' },
      { query: 'is:marked', words: 'marked' },
      { query: 'is:tagged', words: 'tagged' },
      { query: 'flag:1..3', words: 'flag' },
    ],
  },
  {
    name: 'days',
    rows: [
      { query: 'due:0..7', words: 'dueIn' },
      { query: 'added:7', words: 'added' },
      { query: 'edited:7', words: 'edited' },
      { query: 'rated:7', words: 'rated' },
      { query: 'rated:7:1', words: 'ratedAgain' },
    ],
  },
  {
    name: 'figures',
    rows: [
      { query: 'prop:r<0.8', words: 'recall' },
      { query: 'prop:s>30', words: 'stability' },
      { query: 'prop:d>8', words: 'difficulty' },
      { query: 'prop:ivl>=21', words: 'interval' },
      { query: 'prop:lapses>3', words: 'lapses' },
      { query: 'prop:reps=0', words: 'reps' },
    ],
  },
] as const;

/** Keys of the list, beside those on its buttons. */
export const HELP_KEYS = [
  { keys: ['/'], words: 'find' },
  { keys: ['↑', '↓'], words: 'move' },
  { keys: ['X'], words: 'choose' },
  { keys: ['Shift', '↑', '↓'], words: 'range' },
  { keys: ['Ctrl', 'A'], words: 'all' },
  { keys: ['Enter'], words: 'open' },
  { keys: ['E'], words: 'edit' },
  { keys: ['M'], words: 'moveTo' },
  { keys: ['T'], words: 'tags' },
  { keys: ['F'], words: 'flag' },
  { keys: ['S'], words: 'suspend' },
  { keys: ['K'], words: 'mark' },
  { keys: ['P'], words: 'bury' },
  { keys: ['D'], words: 'due' },
  { keys: ['H'], words: 'replace' },
  { keys: ['Del'], words: 'remove' },
  { keys: ['U'], words: 'undo' },
  { keys: ['Alt', '←', '→'], words: 'width' },
] as const;
