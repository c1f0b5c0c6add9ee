using Microsoft.Extensions.Options;
using Outreach.Bot.Host;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>Carries out what a step of the dialog asks of the cases, for chats and pages alike.</summary>
internal sealed class HelpPen(
    HelpRequests requests, AlarmBell bell, IOptions<HelpOptions> help, IOptions<OrganisationOptions> organisation, TimeProvider time)
{
    private readonly StaffHours _hours = StaffHours.TryParse(help.Value.Hours)!;

    /// <summary>Saves, adds or erases where the step says so; gives the step that follows.</summary>
    /// <param name="chat">Where answers go in Chat mode.</param>
    public async Task<HelpState> CarryOutAsync(HelpState state, ChannelAddress chat, string consent, PersonalWords personal, CancellationToken cancellationToken) => state.Step switch
    {
        HelpStep.Saving => HelpRules.Next(state, await SaveAsync(state, chat, consent, cancellationToken), personal),
        HelpStep.Adding => HelpRules.Next(state, await AddAsync(state, cancellationToken), personal),
        HelpStep.Erasing => HelpRules.Next(state, await EraseAsync(state, cancellationToken), personal),
        _ => state,
    };

    /// <param name="bucket">Who tries.</param>
    public async Task<HelpInput> OpenAsync(ReceiptCode code, string bucket, CancellationToken cancellationToken) =>
        await requests.OpenAsync(code, bucket, cancellationToken) switch
        {
            OpenOutcome.Opened opened => new HelpInput.Opened([opened.Access]),
            OpenOutcome.TooManyTries => new HelpInput.NotOpened(HelpNotice.TooManyTries),
            OpenOutcome.Unavailable => new HelpInput.NotOpened(HelpNotice.NotNow),
            _ => new HelpInput.NotOpened(HelpNotice.NoSuchCode),
        };

    /// <summary>When somebody reads, in a sentence.</summary>
    public string Readers(ContentSnapshot content, string language, DateOnly day) =>
        new HelpTexts(content, language, day, organisation.Value.Hotline).Readers(_hours, Local());

    private DateTime Local() => TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone)).DateTime;

    private async Task<HelpInput> SaveAsync(HelpState state, ChannelAddress chat, string consent, CancellationToken cancellationToken)
    {
        var request = new HelpRequest
        {
            Id = state.Id,
            Mode = state.Mode,
            Topic = state.Topic,
            InDanger = state.InDanger,
            Language = state.Language,
            Text = state.Text,
            Consent = consent,
            AnswerTo = state.Mode == AnswerMode.Chat ? new CaseAddress(chat.Channel, chat.Value) : null,
        };
        switch (await requests.SubmitAsync(request, state.Code!, cancellationToken))
        {
            case SubmitOutcome.Received when state.InDanger || state.CardShown:
                bell.Ring();
                return new HelpInput.Saved();
            case SubmitOutcome.Received or SubmitOutcome.ReceivedBefore:
                return new HelpInput.Saved();
            default:
                return new HelpInput.NotSaved();
        }
    }

    private async Task<HelpInput> AddAsync(HelpState state, CancellationToken cancellationToken)
    {
        var access = state.Access!;
        switch (await requests.AddWordsAsync(access, state.Text, cancellationToken))
        {
            case AddOutcome.Added:
                if (state.CardShown)
                {
                    bell.Ring();
                }

                return new HelpInput.Added(await AgainAsync(state, access, cancellationToken));
            case AddOutcome.Unavailable:
                return new HelpInput.NotAdded(HelpNotice.NotSaved);
            default:
                return new HelpInput.NotAdded(HelpNotice.IsClosed);
        }
    }

    /// <summary>With what was just added; where it cannot be read now, as it was.</summary>
    private async Task<IReadOnlyList<CaseAccess>> AgainAsync(HelpState state, CaseAccess access, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.ReadAgainAsync(access, cancellationToken) is { } now ? [.. state.Cases.Select(one => one == access ? now : one)] : state.Cases;
        }
        catch (StoreUnavailableException)
        {
            return state.Cases;
        }
    }

    private async Task<HelpInput> EraseAsync(HelpState state, CancellationToken cancellationToken)
    {
        try
        {
            await requests.EraseAsync(state.Access!, cancellationToken);
            return new HelpInput.ErasedNow();
        }
        catch (StoreUnavailableException)
        {
            return new HelpInput.NotErased();
        }
    }
}
