import { ToolList } from '@/components/home/tool-list';
import { Page } from '@/components/layout/page';
import { SearchForm } from '@/components/ui/search-form';
import { Section } from '@/components/ui/section';
import { tools } from '@/lib/tools/catalogue';

export default function ToolsIndex() {
  return (
    <Page
      title="Tools"
      lead="For practices and primary care networks (PCNs). All are open to everyone; none needs an account."
    >
      <div className="mb-section">
        <SearchForm
          action="/tools/search/"
          label="Find a practice, PCN or tool"
          hint="A name, an ODS code such as A81001, or a postcode"
        />
      </div>
      {[...new Set(tools.map(tool => tool.topic))].map(topic => {
        const here = tools.filter(tool => tool.topic === topic);
        return (
          <Section key={topic} id={topic.toLowerCase()} title={here[0]?.question} aside={topic}>
            <ToolList tools={here} />
          </Section>
        );
      })}
    </Page>
  );
}
