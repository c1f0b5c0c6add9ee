using System.Globalization;

namespace Outreach.Cases.Desk;

/// <summary>Where the next page of a folder begins: behind this case.</summary>
public sealed record CaseCursor(DateOnly LastOn, Guid Id)
{
    /// <summary>For a link: <c>20261121.6f9619ff8b86…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LastOn:yyyyMMdd}.{Id:N}");

    /// <returns>Null when it is no cursor.</returns>
    public static CaseCursor? Parse(string? text)
    {
        var parts = text?.Split('.');
        return parts is [var day, var id]
            && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && Guid.TryParseExact(id, "N", out var parsed)
            ? new CaseCursor(on, parsed)
            : null;
    }
}
