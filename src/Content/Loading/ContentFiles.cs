using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Checks;

namespace Outreach.Content.Loading;

/// <summary>The files of a content folder at one moment: path below the folder, with forward slashes, to bytes.</summary>
public sealed class ContentFiles
{
    /// <summary>Larger is no text somebody wrote: 1 MB.</summary>
    public const int MaxBytes = 1 << 20;

    private readonly SortedDictionary<string, byte[]> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<Issue> _faults = [];

    public ContentFiles()
    {
    }

    public ContentFiles(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        foreach (var (path, bytes) in files)
        {
            Add(path, bytes);
        }
    }

    public IReadOnlyDictionary<string, byte[]> Texts => _texts;

    /// <summary>Every file that is there, also pictures and recordings, which are not read.</summary>
    internal IReadOnlySet<string> Paths => _paths;

    /// <summary>Faults found while reading the folder.</summary>
    internal IReadOnlyList<Issue> Faults => _faults;

    /// <summary>A short digest of all texts and faults: the same files give the same.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in _texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{bytes.Length}\0"));
            hash.AppendData(bytes);
        }

        foreach (var line in _paths.Order(StringComparer.Ordinal).Concat(_faults.Select(f => f.ToString())))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    internal void Add(string path, byte[] bytes)
    {
        _paths.Add(path);
        if (bytes.Length > MaxBytes)
        {
            AddTooLarge(path);
        }
        else
        {
            _texts[path] = bytes;
        }
    }

    /// <summary>A file that is there and not read: a picture, a recording.</summary>
    internal void AddUnread(string path) => _paths.Add(path);

    internal void AddTooLarge(string path) =>
        AddFault(path, Codes.TooLarge, "the file is larger than 1 MB", "Split it, or take out what is no text.");

    internal void AddFault(string path, string code, string what, string mend)
    {
        _paths.Add(path);
        _faults.Add(new Issue(path, 1, 1, IssueLevel.Error, code, what, mend));
    }
}
