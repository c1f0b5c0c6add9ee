namespace Outreach.Channels;

public enum ActivityKind
{
    /// <summary>Somebody typed.</summary>
    Text,

    /// <summary>Somebody pressed one of our buttons.</summary>
    Button,

    /// <summary>Somebody opened the conversation for the first time, or again after leaving.</summary>
    Joined,

    /// <summary>Somebody blocked us or left: their consent is withdrawn.</summary>
    Left,

    /// <summary>A picture, a voice message, a sticker: something we cannot read.</summary>
    Unreadable,
}
