import Link from 'next/link';

export type Question = { question: string; answers: readonly { href: string; name: string; line: string }[] };

/** What people come with, and what answers it. */
export function Questions({ questions }: { questions: readonly Question[] }) {
  return (
    <div className="grid gap-x-12 gap-y-9 lg:grid-cols-3 lg:grid-rows-[auto_1fr] lg:gap-y-3">
      {questions.map(({ question, answers }) => (
        <div key={question} className="grid content-start gap-3 lg:row-span-2 lg:grid-rows-subgrid">
          <h3>{question}</h3>
          <ul>
            {answers.map(answer => (
              <li key={answer.href} className="grid justify-items-start gap-0.5 border-t border-line py-3">
                <Link href={answer.href} className="font-semibold">
                  {answer.name}
                </Link>
                <span className="text-s text-ink-soft">{answer.line}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
