using System.Buffers.Text;
using System.Globalization;

namespace Outreach.Scheduler.Delivery;

/// <summary>What a button under a broadcast sends back: <c>b:</c>, the broadcast's id in 22 characters, <c>:</c> and its number. It lives on in chats for months.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsChoice">A choice of the quiz (<c>q</c> before the number); otherwise a button to an answer.</param>
public sealed record BroadcastTag(Guid BroadcastId, int Number, bool IsChoice)
{
    private const int IdChars = 22;
    private const string Prefix = "b:";

    /// <summary>Null when it is none.</summary>
    public static BroadcastTag? Parse(string value)
    {
        if (value.Length is < 26 or > 29 || !value.StartsWith(Prefix, StringComparison.Ordinal) || value[2 + IdChars] != ':')
        {
            return null;
        }

        Span<byte> id = stackalloc byte[16];
        var isChoice = value[IdChars + 3] == 'q';
        return Base64Url.TryDecodeFromChars(value.AsSpan(2, IdChars), id, out var bytes) && bytes == id.Length
            && int.TryParse(value.AsSpan(IdChars + (isChoice ? 4 : 3)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? new BroadcastTag(new Guid(id, bigEndian: true), number, isChoice)
                : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Base64Url.EncodeToString(BroadcastId.ToByteArray(bigEndian: true))}:{(IsChoice ? "q" : "")}{Number}");
}
