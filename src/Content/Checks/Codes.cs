namespace Outreach.Content.Checks;

/// <summary>The code of every rule. Editors look them up in docs/content-errors.md, so a code never changes its meaning and is never used again.</summary>
internal static class Codes
{
    public const string Unreadable = "OC001";
    public const string UnknownKey = "OC002";
    public const string MissingKey = "OC003";
    public const string BadValue = "OC004";
    public const string BadId = "OC005";
    public const string IdIsNotFileName = "OC006";
    public const string DuplicateId = "OC007";
    public const string MissingTranslation = "OC008";
    public const string UnknownTopic = "OC009";
    public const string UnknownAnswer = "OC010";
    public const string UnknownFigure = "OC011";
    public const string LinkToNowhere = "OC012";
    public const string UnknownHotline = "OC013";
    public const string UnverifiedHotline = "OC014";
    public const string UnknownSource = "OC015";
    public const string SourceNotInForce = "OC016";
    public const string NotInForceYet = "OC017";
    public const string PastReview = "OC018";
    public const string ShortTooLong = "OC019";
    public const string NoText = "OC020";
    public const string RawHtml = "OC021";
    public const string UnsafeLink = "OC022";
    public const string RemoteImage = "OC023";
    public const string HeadingLevel = "OC024";
    public const string MissingMedia = "OC025";
    public const string BadBraces = "OC026";
    public const string FigureGap = "OC027";
    public const string FigureOverlap = "OC028";
    public const string BadFigure = "OC029";
    public const string FigureWithoutValue = "OC030";
    public const string NotUtf8 = "OC031";
    public const string TooLarge = "OC032";
    public const string LinkOutOfFolder = "OC033";
    public const string NoContent = "OC034";
    public const string RequiredFileMissing = "OC035";
    public const string OptionalFileMissing = "OC036";
    public const string PhraseMissing = "OC037";
    public const string DuplicateKey = "OC038";
    public const string UnknownCrisisKind = "OC039";
    public const string UnknownPage = "OC040";
    public const string NoCrisisPhrases = "OC041";
    public const string BadCalendar = "OC042";
    public const string PhoneInProse = "OC043";
    public const string BadNumber = "OC044";
    public const string StrayFile = "OC045";
    public const string FolderIsNotTopic = "OC046";
    public const string PlaceholdersDiffer = "OC047";
    public const string CannotOpen = "OC048";
}
