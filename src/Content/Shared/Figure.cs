using System.Globalization;

namespace Outreach.Content.Shared;

/// <summary>One period of a figure that the state changes by decree.</summary>
public sealed record Figure
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public required string Id { get; init; }
    public required string Label { get; init; }
    public required decimal Value { get; init; }
    public required FigureUnit Unit { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day; null = until further notice.</summary>
    public required DateOnly? To { get; init; }

    public required string Source { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>The value with its unit, as people of the language write it.</summary>
    public string In(string language)
    {
        var english = language == Languages.English;
        var number = Value.ToString("#,0.####", english ? English : Vietnamese);
        return Unit switch
        {
            FigureUnit.Vnd => number + (english ? " VND" : " đồng"),
            FigureUnit.Percent => number + "%",
            _ => number,
        };
    }
}
