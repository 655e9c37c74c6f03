import { readdir, readFile } from 'node:fs/promises';
import { AppError } from '../../domain/errors.ts';
import type { Course } from '../../domain/course.ts';
import type { Library } from '../ports.ts';

/**
 * Reads the compiled courses (`<course-id>.json`, made and validated by `npm run course -- compile`).
 * @throws AppError `data-corrupt` naming the file
 */
export async function loadCourses(folder: string): Promise<Library> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const courses = await Promise.all(files.map((file) => loadCourse(folder, file)));
  return { courses };
}

async function loadCourse(folder: string, file: string): Promise<Course> {
  try {
    const course = JSON.parse(await readFile(`${folder}/${file}`, 'utf8')) as Course;
    if (`${course.id}.json` !== file) throw new Error(`holds the course ${course.id}`);
    return course;
  } catch (cause) {
    throw new AppError('data-corrupt', `the course ${file} can not be read`, { file }, { cause });
  }
}
