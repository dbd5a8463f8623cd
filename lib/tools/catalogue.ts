/** A tool as the index, the home page and the search show it. Its address is /tools/<slug>/. */
export type Tool = {
  slug: (typeof slugs)[number];
  /** Raised when the same settings come to mean something else; kept with presets. */
  version: number;
  name: string;
  /** What somebody wants to know who opens it. */
  question: string;
  /** One line under the name. */
  line: string;
  topic: string;
  /** The publication its figures come from. */
  source: string;
  /** The kind of organisation it is about; a workspace of that kind is filled in. */
  about: 'practice' | 'pcn';
};

export const slugs = ['practice-overview', 'pcn-list-sizes'] as const;

export const tools: readonly Tool[] = [
  {
    slug: 'practice-overview',
    version: 1,
    name: 'Practice overview',
    question: 'Who are our patients?',
    line: 'List size, age and sex, beside the PCN, the ICB and England.',
    topic: 'Population',
    source: 'Patients Registered at a GP Practice',
    about: 'practice',
  },
  {
    slug: 'pcn-list-sizes',
    version: 1,
    name: 'PCN list sizes',
    question: 'How do the practices in our PCN compare?',
    line: 'Each practice of a primary care network, its list, its share and how it changed.',
    topic: 'Networks',
    source: 'Patients Registered at a GP Practice',
    about: 'pcn',
  },
];

export const findTool = (slug: string): Tool | undefined => tools.find(tool => tool.slug === slug);

/** Tools whose name or line holds every word that was typed. */
export function searchTools(text: string): Tool[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return tools.filter(({ name, line, question, topic }) => {
    const said = `${name} ${line} ${question} ${topic}`.toLowerCase();
    return words.length > 0 && words.every(word => said.includes(word));
  });
}
