using Outreach.Content.Answers;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Staff.Campaigns.Forms;

/// <summary>A message in one language, as typed.</summary>
public sealed class TextForm
{
    /// <summary>As many as a quiz may have.</summary>
    public const int MaxChoices = 4;

    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Question { get; set; }
    public List<string?> Choices { get; set; } = [];

    /// <summary>The place of the right choice among the fields, from 0.</summary>
    public string? Right { get; set; }

    public string? Explanation { get; set; }

    public bool HasQuiz => !string.IsNullOrWhiteSpace(Question) || Choices.Exists(choice => !string.IsNullOrWhiteSpace(choice));

    public static TextForm Of(MessageText? text) => text is null ? new TextForm() : new TextForm
    {
        Title = text.Title,
        Text = text.Markdown,
        Question = text.Quiz?.Question,
        Choices = [.. text.Quiz?.Choices ?? []],
        Right = text.Quiz is { Right: >= 0 } quiz ? FormText.Of(quiz.Right) : null,
        Explanation = text.Quiz?.Explanation,
    };

    /// <returns>Null where nothing was written in this language.</returns>
    public MessageText? Read() => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text) && !HasQuiz ? null : new MessageText
    {
        Title = Title?.Trim() ?? "",
        Markdown = Text?.ReplaceLineEndings("\n").TrimEnd() ?? "",
        Quiz = HasQuiz ? ReadQuiz() : null,
    };

    /// <summary>Fields that were left empty are no choices.</summary>
    private Quiz ReadQuiz()
    {
        var right = FormText.Number(Right) ?? -1;
        var filled = Choices.Select((choice, place) => (Choice: choice?.Trim() ?? "", IsRight: place == right)).Where(choice => choice.Choice.Length > 0).ToList();
        return new Quiz(Question?.Trim() ?? "", [.. filled.Select(choice => choice.Choice)], filled.FindIndex(choice => choice.IsRight), Explanation?.Trim() ?? "");
    }
}
