using Outreach.Staff.Cases.Practice;

namespace Outreach.Staff.Cases;

/// <summary>The two books by the name that addresses have for them.</summary>
internal sealed class CaseBooks(DeskBook real, PracticeBook practice)
{
    public const string Real = "yeu-cau";
    public const string Practice = "luyen-tap";

    /// <summary>As the page has it.</summary>
    public const string RealRoute = $"/{Real}/{{folder?}}/{{id?}}";

    /// <summary>The same page again, for practice.</summary>
    public const string PracticeRoute = $"/{Practice}/{{folder?}}/{{id?}}";

    public ICaseBook Of(string name) => name == Practice ? practice : real;

    public void BeginPracticeAnew(Guid staffId) => practice.BeginAnew(staffId);
}
