import type { ProjectInfo as Wire } from '../../wire/generated/regen/ecocredit/v1/query.ts'
import { type ProjectInfo, toProject } from '../decode/credits/project.ts'
import type { Fields } from '../decode/fields.ts'
import {
  project,
  projects,
  projectsByAdmin,
  projectsByClass,
  projectsByReferenceId,
} from '../endpoints/credits.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

const toProjects = (response: { projects: Wire[] }, read: Fields) =>
  read.each('projects', response.projects, toProject)

export const projectQuestion = (projectId: string): Question<ProjectInfo> =>
  question(project, { projectId }, (response, read) => {
    const found = read.message('project', response.project, toProject)
    read.same('project.id', found.id, projectId)
    return found
  })

export const projectsQuestion = (): ListQuestion<ProjectInfo> =>
  listQuestion(projects, {}, toProjects, 'whole')

/**
 * A project by its id, or null.
 *
 * @example
 * const project = await readProject(at, 'C01-001')
 */
export const readProject = (ledger: NodeAt, projectId: string): Promise<ProjectInfo | null> =>
  askIfAny(ledger, projectQuestion(projectId))

/**
 * Every project that the registry holds, of all classes.
 *
 * @example
 * const projects = await readProjects(at)
 */
export const readProjects = (ledger: NodeAt): Promise<readonly ProjectInfo[]> =>
  askAll(ledger, projectsQuestion())

/**
 * The projects of a class; null when there is no such class.
 *
 * @example
 * const projectsByClass = await readProjectsByClass(at, 'C01')
 */
export const readProjectsByClass = (
  ledger: NodeAt,
  classId: string,
): Promise<readonly ProjectInfo[] | null> =>
  askAllIfAny(ledger, listQuestion(projectsByClass, { classId }, toProjects, 'whole'))

/**
 * Projects with a reference id, such as 'VCS-612'; several classes may have the same.
 *
 * @example
 * const projectsByReferenceId = await readProjectsByReferenceId(at, 'VCS-001')
 */
export const readProjectsByReferenceId = (
  ledger: NodeAt,
  referenceId: string,
): Promise<readonly ProjectInfo[]> =>
  askAll(ledger, listQuestion(projectsByReferenceId, { referenceId }, toProjects, 'whole'))

/**
 * The projects that an account administers.
 *
 * @example
 * const projectsByAdmin = await readProjectsByAdmin(at, seller)
 */
export const readProjectsByAdmin = (ledger: NodeAt, admin: string): Promise<readonly ProjectInfo[]> =>
  askAll(ledger, listQuestion(projectsByAdmin, { admin }, toProjects, 'whole'))
