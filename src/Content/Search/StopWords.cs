namespace Outreach.Content.Search;

/// <summary>Words of courtesy and grammar that say little about what is asked. The rarity of words in the content does the rest.</summary>
internal static class StopWords
{
    /// <summary>Greets, addresses, softens.</summary>
    public const float Particle = 0.05f;

    /// <summary>Grammar, a number, or a particle typed without the mark that would tell it from a word of content (nha: nhà or nha).</summary>
    public const float Function = 0.45f;

    private static readonly HashSet<string> Particles = Set(
        "ạ dạ vâng nha nhé nhá nhỉ hả hen nghen nghe hén hỉ ơi à ờ ừ ừm ui oi ôi ơ ha he hi hihi haha hu huhu vậy zậy z zạ j ak uk " +
        "ad admin bot shop page mn em anh chị cô chú tôi tui tao tớ mình bạn mày tụi bọn xin hỏi hello alo chào thưa kính cảm ơn cám " +
        "luôn đó đấy kia ấy này nè á đâyy nhaa ạaa " +
        "i me my you your please pls hi hey thanks thank a an the is are am be do does did it its this that of to in on at and or so u");

    private static readonly HashSet<string> Functions = Set(
        "thì là mà có được không bị của và với khi cho để ở từ đang đã sẽ phải nên các những một cái rồi nữa vẫn còn cũng như nếu hay hoặc " +
        "theo trong ra vào lên về tại do bởi chỉ giúp biết muốn sao thế nào gì giờ bây nay lại " +
        "thi la ma co duoc khong bi cua va voi de o tu dang da se phai nen cac nhung mot cai roi nua van con cung nhu neu hoac " +
        "trong vao len ve tai boi chi giup biet muon the nao gi gio bay lai vay nha a oi u da xin hoi chao cam on do day nay luon anh minh toi " +
        "can could will would should if for from with by as not no have has had what how when where who which there they them he she we our");

    public static float Weight(Syllable syllable) =>
        Particles.Contains(syllable.Marked) ? Particle
        : Functions.Contains(syllable.Marked) || char.IsAsciiDigit(syllable.Folded[0]) ? Function
        : 1f;

    private static HashSet<string> Set(string words) =>
        words.Split(' ').SelectMany(w => TextNormalizer.Tokenize(w)).Select(s => s.Marked).ToHashSet(StringComparer.Ordinal);
}
