using Outreach.Content.Blocks;
using Outreach.Content.Loading;
using Outreach.Content.Shared;

namespace Outreach.Content.Checks;

/// <summary>What a text names must be there.</summary>
internal sealed class ReferenceRules
{
    private readonly ContentParts _parts;
    private readonly IssueList _issues;
    private readonly HashSet<string> _answers;
    private readonly HashSet<string> _pages;
    private readonly HashSet<string> _topics;
    private readonly Dictionary<string, Hotline> _hotlines;

    public ReferenceRules(ContentParts parts, IssueList issues)
    {
        // By file and not by what could be read: a fault in one file is not said again in all that name it.
        var paths = parts.Files.Paths.Select(ContentPath.Of).OfType<ContentPath>().ToList();
        _parts = parts;
        _issues = issues;
        _answers = Names(ContentPath.Folder.Answers);
        _pages = Names(ContentPath.Folder.Pages);
        _topics = [.. parts.Topics.Select(t => t.Id)];
        _hotlines = parts.Hotlines.DistinctBy(h => h.Id).ToDictionary(h => h.Id, StringComparer.Ordinal);

        HashSet<string> Names(ContentPath.Folder kind) => [.. paths.Where(p => p.Kind == kind).Select(p => p.Name)];
    }

    /// <param name="references">What is named.</param>
    /// <param name="text">The text that names it; null for the files that all share.</param>
    public void Check(IEnumerable<Reference> references, ContentText? text = null)
    {
        foreach (var reference in references)
        {
            Check(reference, text);
        }
    }

    private void Check(Reference reference, ContentText? text)
    {
        var (kind, target, at) = reference;
        switch (kind)
        {
            case ReferenceKind.Topic when !_topics.Contains(target) && !_issues.IsBroken(TopicsFile.Name):
                _issues.Error(at, Codes.UnknownTopic, $"there is no topic '{target}'", $"Use an id of {TopicsFile.Name}.{Near.Hint(target, _topics)}");
                break;
            case ReferenceKind.Answer when !_answers.Contains(target):
                _issues.Error(at, Codes.UnknownAnswer, $"there is no answer '{target}'", $"Use the id of an answer.{Near.Hint(target, _answers)}");
                break;
            case ReferenceKind.Page when !_pages.Contains(target):
                _issues.Error(at, Codes.UnknownPage, $"there is no page '{target}'", $"Write vi/pages/{target}.md.{Near.Hint(target, _pages)}");
                break;
            case ReferenceKind.Figure:
                CheckFigure(target, at);
                break;
            case ReferenceKind.Hotline:
                CheckHotline(target, at);
                break;
            case ReferenceKind.Law:
                CheckLaw(target, at, text?.Path.Language ?? Languages.Vietnamese);
                break;
            case ReferenceKind.Heading when text is not null && !text.Headings.Contains(Slug.Of(target)):
                _issues.Error(at, Codes.LinkToNowhere, $"no heading '#{target}' in this page", $"Link to a heading of it.{Near.Hint(target, text.Headings, "#")}");
                break;
            case ReferenceKind.Path:
                CheckPath(target, at);
                break;
            case ReferenceKind.Media when !_parts.Files.Paths.Contains(ContentPath.Beside(at.File, target)):
                _issues.Error(at, Codes.MissingMedia, $"there is no file '{target}' beside this one", "Put it there or mend its name.");
                break;
        }
    }

    private void CheckFigure(string id, Spot at)
    {
        if (_parts.Figures.Contains(id))
        {
            if (_parts.Figures.Find(id, _parts.Day) is null)
            {
                _issues.Warn(at, Codes.FigureWithoutValue, $"the figure '{id}' has no value on {_parts.Day:yyyy-MM-dd}, so this is withheld",
                    $"Add the row for today to {FiguresFile.Name}.");
            }
        }
        else if (!_issues.IsBroken(FiguresFile.Name))
        {
            _issues.Error(at, Codes.UnknownFigure, $"there is no figure '{id}'", $"Use an id of {FiguresFile.Name}.{Near.Hint(id, _parts.Figures.Ids)}");
        }
    }

    private void CheckHotline(string id, Spot at)
    {
        if (!_hotlines.TryGetValue(id, out var hotline))
        {
            if (!_issues.IsBroken(HotlinesFile.Name))
            {
                _issues.Error(at, Codes.UnknownHotline, $"there is no hotline '{id}'", $"Use an id of {HotlinesFile.Name}.{Near.Hint(id, _hotlines.Keys)}");
            }
        }
        else if (hotline.Verified is null)
        {
            _issues.Error(at, Codes.UnverifiedHotline, $"the hotline '{id}' is not verified",
                $"Call it, then write the day under 'verified' in {HotlinesFile.Name}; or name another.");
        }
    }

    private void CheckLaw(string name, Spot at, string language)
    {
        if (_parts.Sources is not { } sources || _issues.IsBroken(SourcesFile.Name))
        {
            return;
        }

        if (sources.FirstOrDefault(s => s.Name.In(language) == name) is not { } law)
        {
            _issues.Error(at, Codes.UnknownSource, $"'{name}' is no text of {SourcesFile.Name}",
                $"Write the name exactly as '{language}' has it there, or add a row.{Near.Hint(name, sources.Select(s => s.Name.In(language)))}");
        }
        else if (law.To < _parts.Day)
        {
            _issues.Warn(at, Codes.SourceNotInForce, $"'{name}' is no longer law since {law.To.Value.AddDays(1):yyyy-MM-dd}", "Check the answer against what replaced it.");
        }
        else if (law.From > _parts.Day)
        {
            _issues.Warn(at, Codes.SourceNotInForce, $"'{name}' is law only from {law.From:yyyy-MM-dd}", "Cite what holds today, or set 'effective' to that day.");
        }
    }

    private void CheckPath(string link, Spot at)
    {
        var found = ContentPath.AnswerId(at.File, link) is { } answer
            ? _answers.Contains(answer)
            : _parts.Files.Paths.Contains(ContentPath.Beside(at.File, link.Split('#', '?')[0]));
        if (!found)
        {
            _issues.Error(at, Codes.LinkToNowhere, $"the link '{link}' leads nowhere",
                $"Link to /hoi-dap/ID of an answer, or to https://….{Near.Hint(ContentPath.AnswerId(at.File, link) ?? link, _answers, "/hoi-dap/")}");
        }
    }
}
