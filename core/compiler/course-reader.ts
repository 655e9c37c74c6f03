import { parse } from 'yaml';
import type { z } from 'zod';
import { textOf, type CourseFiles } from './course-files.ts';
import { LANGUAGES, languagesIn, type Language } from './languages.ts';
import type { Problems } from './problems.ts';
import { parseYaml, type YamlFile } from './read-yaml.ts';

/** Reads the files of one course; every mistake goes to `problems`. */
export class CourseReader {
  /** As course.yaml says. */
  readonly languages: readonly Language[];

  constructor(
    private readonly files: CourseFiles,
    readonly problems: Problems,
  ) {
    this.languages = languagesOf(files);
  }

  has(file: string): boolean {
    return this.files.paths.includes(file);
  }

  /** A text; null where it is missing or none. */
  text(file: string): string | null {
    const found = textOf(this.files, file);
    if (found && 'text' in found) return found.text;
    this.problems.add({ file, message: found?.fault ?? 'the file is missing' });
    return null;
  }

  /** A YAML file that must be there; null where it is missing or wrong. */
  yaml<S extends z.ZodType>(file: string, schema: S): YamlFile<z.infer<S>> | null {
    const text = this.text(file);
    return text === null ? null : this.parsed(text, file, schema);
  }

  /** The same of a file that a course may do without: `undefined` where it does. */
  optional<S extends z.ZodType>(file: string, schema: S): YamlFile<z.infer<S>> | null | undefined {
    return this.has(file) ? this.yaml(file, schema) : undefined;
  }

  /** YAML at hand. @param firstLine the line of the file on which it begins */
  parsed<S extends z.ZodType>(text: string, file: string, schema: S, firstLine = 1): YamlFile<z.infer<S>> | null {
    const { problems, languages } = this;
    return parseYaml(text, schema, { file, problems, languages, firstLine });
  }
}

/** What is wrong with course.yaml is told when it is read as a whole. */
function languagesOf(files: CourseFiles): readonly Language[] {
  const found = textOf(files, 'course.yaml');
  if (!found || !('text' in found)) return LANGUAGES;
  try {
    return languagesIn(parse(found.text, { maxAliasCount: 0, logLevel: 'silent' }));
  } catch {
    return LANGUAGES;
  }
}
