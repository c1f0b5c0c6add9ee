using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Outreach.Storage.Cases;

/// <summary>Cuts a moment to its hour (UTC) on the way into the database: no help table keeps a finer one.</summary>
internal sealed class WholeHour() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => Of(moment), stored => stored)
{
    public static DateTimeOffset Of(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
    }
}
