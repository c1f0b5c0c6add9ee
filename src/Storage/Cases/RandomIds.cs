using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

/// <summary>The database itself refuses an id that could tell when it was made.</summary>
internal static class RandomIds
{
    /// <summary>The column takes version 4 alone: of any other kind some bits are a clock or a counter.</summary>
    public static void HasRandomId<T>(this TableBuilder<T> table, string column)
        where T : class =>
        table.HasCheckConstraint($"ck_{table.Metadata.GetTableName()}_{column}_random", $"substr({column}::text, 15, 1) = '4'");
}
