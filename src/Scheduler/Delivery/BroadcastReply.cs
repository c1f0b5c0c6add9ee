using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Markdown;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>Makes what is sent of what was planned. Pure: the same message, content and day give the same reply.</summary>
public static class BroadcastReply
{
    /// <returns>Null when it must not be sent that day: a figure in it has no value then.</returns>
    public static Reply? Compose(CampaignMessage message, Guid broadcastId, string language, ContentSnapshot content, DateOnly day) =>
        Compose(message, (number, isChoice) => new BroadcastTag(broadcastId, number, isChoice).ToString(), language, content, day);

    /// <param name="tag">What a button sends back: its number, from 1, and whether it is a choice of the quiz.</param>
    /// <returns>As the other's.</returns>
    public static Reply? Compose(CampaignMessage message, Func<int, bool, string> tag, string language, ContentSnapshot content, DateOnly day)
    {
        var text = message.In(language);
        var spoken = message.Texts.FirstOrDefault(each => ReferenceEquals(each.Value, text)).Key ?? language;
        var read = MessageMarkdown.Read(text.Markdown, spoken, content, day);
        if (read.Figures.Any(figure => content.Figures.Find(figure, day) is null))
        {
            return null;
        }

        return new Reply
        {
            Language = spoken,
            Blocks =
            [
                .. message.Image is { } image ? [new Block.Image(image, text.Title)] : Array.Empty<Block>(),
                new Block.Heading(2, [new Inline.Text(text.Title)]),
                .. content.Resolve(read.Blocks, spoken, day),
                .. text.Quiz is { } quiz ? [new Block.Paragraph([new Inline.Strong([new Inline.Text(quiz.Question)])])] : Array.Empty<Block>(),
            ],
            Buttons =
            [
                .. text.Quiz is { } asked ? asked.Choices.Select((choice, i) => new Button(choice, tag(i + 1, true))) : [],
                .. message.Buttons.Select((id, i) => (Answer: Find(content, spoken, id), Number: i + 1))
                    .Where(button => button.Answer is { } answer && content.MayServe(answer, day))
                    .Select(button => new Button(button.Answer!.Question, tag(button.Number, false))),
            ],
        };
    }

    /// <summary>In this language, else in the other.</summary>
    private static Answer? Find(ContentSnapshot content, string language, string id) =>
        content.In(language).Answers.GetValueOrDefault(id) ?? content.In(Languages.Other(language)).Answers.GetValueOrDefault(id);
}
