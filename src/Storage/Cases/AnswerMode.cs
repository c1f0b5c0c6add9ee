namespace Outreach.Storage.Cases;

/// <summary>How a worker gets the answers to a request.</summary>
public enum AnswerMode
{
    /// <summary>Into the chat they wrote from: a link is kept as ciphertext until the case is closed.</summary>
    Chat,

    /// <summary>With the receipt code alone: no link is ever kept.</summary>
    Receipt,
}
