import { compileCourse, type Compiled } from './compile-course.ts';
import { drawMap } from './draw-map.ts';
import { folderFiles } from './folder-files.ts';

/** Makes a course of a folder of the disk, its map drawn. @throws errors of the disk */
export const compileFolder = (folder: string): Compiled => compileCourse(folderFiles(folder), drawMap);
