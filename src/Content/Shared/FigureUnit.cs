namespace Outreach.Content.Shared;

/// <summary>What a figure counts.</summary>
public enum FigureUnit
{
    /// <summary>Vietnamese đồng: "5.310.000 đồng", "5,310,000 VND".</summary>
    Vnd,

    /// <summary>Hundredths: "10,5%", "10.5%".</summary>
    Percent,

    /// <summary>A bare number; the text around it names the things.</summary>
    Count,
}
