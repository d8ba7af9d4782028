import type { Project } from "./project.ts";

/** What is told of a project, found when it is first asked for and kept as long as the project is. */
export function oncePerProject<Told extends object>(
  find: (project: Project) => Told,
): (project: Project) => Told {
  const known = new WeakMap<Project, Told>();
  return (project) => {
    const told = known.get(project) ?? find(project);
    known.set(project, told);
    return told;
  };
}
