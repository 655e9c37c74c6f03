/** Ids of a card's HTML and CSS get it, so that none of them is taken for one of the frame. */
const PREFIX = 'card-';

/** The frame's own element that holds a face; a deck's CSS may speak of it, its HTML can not be it. */
const HOLDER = 'qa';

export const ownId = (id: string): string => PREFIX + id;

/** @param id of a selector */
export const ownIdInCss = (id: string): string => (id === HOLDER ? id : PREFIX + id);
