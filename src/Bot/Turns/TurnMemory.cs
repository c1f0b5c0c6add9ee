using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>What a conversation remembers between two turns: ids and flags, never words. Its JSON is stored: append, never rename.</summary>
internal sealed record TurnMemory
{
    /// <summary>The question we wait for an answer to.</summary>
    public DialogStep Dialog { get; init; }

    /// <summary>Values of the buttons last shown, in order: a typed digit picks one of them.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Monthly messages were offered already: not again while this is remembered.</summary>
    public bool AskedConsent { get; init; }

    /// <summary>The language was chosen by the person: what they type does not change it any more.</summary>
    public bool LanguageChosen { get; init; }

    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    public static TurnMemory New { get; } = new();

    /// <summary>New where the state is of a version that we cannot read: what is lost is an open dialog.</summary>
    public static TurnMemory Read(ConversationState? state)
    {
        if (state is null)
        {
            return New;
        }

        try
        {
            return JsonSerializer.Deserialize(state.Data, MemoryJson.Default.TurnMemory) ?? New;
        }
        catch (JsonException)
        {
            return New;
        }
    }

    /// <summary>With the open question closed; null when none is open and all stays as it was.</summary>
    public TurnMemory? WithoutDialog() => Dialog == DialogStep.None ? null : this with { Dialog = DialogStep.None, Options = [] };

    public ConversationState ToState(string language, DateTimeOffset now) =>
        new(language, JsonSerializer.Serialize(this, MemoryJson.Default.TurnMemory), now + Lifetime);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TurnMemory))]
internal sealed partial class MemoryJson : JsonSerializerContext;
