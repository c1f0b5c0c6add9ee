using Outreach.Cases.PersonalData;

namespace Outreach.Bot.Turns;

/// <summary>Takes numbers, names and contacts out of a question before editors see it.</summary>
internal static class PersonalDataMask
{
    /// <summary>An editor needs the question, not the story.</summary>
    private const int MaxChars = 500;

    /// <summary>Null when nothing is left to read: then the question is not kept.</summary>
    public static string? Mask(string text)
    {
        if (TypedText.SaysNothing(text) || TypedText.Digit(text) is not null)
        {
            return null;
        }

        return TypedText.Cut(PersonalData.Mask(text, PersonalData.Find(text), Word), MaxChars);
    }

    private static string Word(PersonalKind kind) => kind switch
    {
        PersonalKind.Phone or PersonalKind.Identity or PersonalKind.Account => "[số]",
        PersonalKind.Email or PersonalKind.Link or PersonalKind.Handle => "[liên hệ]",
        PersonalKind.Name => "[tên]",
        _ => "[nơi]",
    };
}
