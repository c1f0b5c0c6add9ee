using Outreach.Channels.Rendering;
using Outreach.Channels.Telegram;
using Outreach.Content;
using Outreach.Content.Blocks;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;

namespace Outreach.Scheduler.Previews;

/// <summary>A message as those who read one language would get it: composed and rendered by what sends it.</summary>
public sealed record MessagePreview
{
    /// <summary>The most signs that one message on Telegram holds.</summary>
    public const int TelegramLimit = TelegramPreview.PartLimit;

    /// <summary>The language it is in: another than asked for where there is no text in that.</summary>
    public required string Language { get; init; }

    /// <summary>On Telegram: one message, or several where it is too long for one.</summary>
    public required IReadOnlyList<PreviewPart> Telegram { get; init; }

    /// <summary>Where nothing but words can be shown.</summary>
    public required string Plain { get; init; }

    /// <summary>What the picture shows; null where there is none.</summary>
    public string? Picture { get; init; }

    /// <param name="day">Whose figures are put in.</param>
    /// <returns>Null where there is no text, or a figure in it has no value on that day: it would not be sent.</returns>
    public static MessagePreview? Of(CampaignMessage message, string language, ContentSnapshot content, DateOnly day)
    {
        if (message.Texts.Count == 0 || BroadcastReply.Compose(message, Guid.Empty, language, content, day) is not { } reply)
        {
            return null;
        }

        var picture = reply.Blocks.OfType<Block.Image>().FirstOrDefault();
        return new MessagePreview
        {
            Language = reply.Language,
            Telegram = [.. TelegramPreview.Of(reply).Select(shown => new PreviewPart(shown.Html, shown.Length, shown.Buttons))],
            Plain = PlainRenderer.Render(reply with { Blocks = [.. reply.Blocks.Where(block => block is not Block.Image)] }),
            Picture = picture?.Alt,
        };
    }
}
