import { createContext } from 'svelte';
import type { Output } from '../../../core/api/contract.ts';
import type { Loaded } from '../app/loaded.svelte.ts';

type PicturesOf = (courseId: string) => Loaded<Output<'course.pictures'>>;

/** The pictures of a course, for what shows one amid something else. */
export const [getPictures, setPictures] = createContext<PicturesOf>();

type OwnPictureOf = (cardId: string) => Loaded<Output<'card.picture'>>;

/** The picture of a card that is asked on one of its own. */
export const [getOwnPicture, setOwnPicture] = createContext<OwnPictureOf>();
