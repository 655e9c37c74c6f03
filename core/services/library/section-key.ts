/** What a question of an own course names as its evidence: a section of a lesson. Ids of lessons have no slash. */
export const sectionKey = (lessonId: string, sectionId: string): string => `${lessonId}/${sectionId}`;
