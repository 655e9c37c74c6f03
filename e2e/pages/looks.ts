/** Language and theme. To look at every view takes minutes: the short run sees each language and each theme once. */
export const LOOKS: readonly (readonly ['th' | 'en', 'light' | 'dark'])[] = process.env['JAMDAI_LONG']
  ? [
      ['th', 'light'],
      ['th', 'dark'],
      ['en', 'light'],
      ['en', 'dark'],
    ]
  : [
      ['th', 'light'],
      ['en', 'dark'],
    ];
