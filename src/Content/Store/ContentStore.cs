using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Content.Loading;

namespace Outreach.Content.Store;

/// <summary>Holds the content that is served now. Reads it once when made; <see cref="ContentWatcher"/> has it read again.</summary>
public sealed class ContentStore
{
    private readonly Lock _reloading = new();
    private readonly TimeProvider _time;
    private readonly TimeZoneInfo _zone;
    private readonly ILogger<ContentStore> _logger;
    private readonly LastGoodContent? _lastGood;
    private readonly ContentOptions _options;
    private ContentSnapshot _current;
    private ContentStatus _status;
    private string _digest = "";

    public ContentStore(IOptions<ContentOptions> options, TimeProvider time, ILogger<ContentStore> logger)
    {
        (_options, _time, _logger) = (options.Value, time, logger);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(_options.TimeZone);
        _lastGood = _options.LastGoodPath is { } path ? new LastGoodContent(Path.GetFullPath(path)) : null;
        _current = ContentSnapshot.Empty(_options.Organisation);
        _status = new ContentStatus(ContentState.Missing, [], time.GetUtcNow());
        var fresh = ContentCompiler.Compile(ContentFolder.Read(Folder), Today);
        if (fresh.Issues.Any(i => i.Level == IssueLevel.Error))
        {
            _current = Spare() ?? _current;
        }

        Take(fresh);
    }

    /// <summary>Raised after other content is served, on the thread that read it.</summary>
    public event EventHandler? Changed;

    /// <summary>The content to serve. Read it once a turn.</summary>
    public ContentSnapshot Current => Volatile.Read(ref _current);

    /// <summary>What the last look at the files found.</summary>
    public ContentStatus Status => Volatile.Read(ref _status);

    /// <summary>The day it is now where the organisation is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), _zone).DateTime);

    /// <summary>The full path of a picture or recording that the served content shows; null for any other file, whoever asks for it.</summary>
    public string? FindMedia(string file) =>
        Current.Languages.Values.Any(local => local.Answers.Values.Any(answer => answer.Shows(file)) || local.Campaigns.Values.Any(campaign => campaign.Image == file))
            ? Path.Combine(Folder, file) : null;

    /// <summary>The day by which the served content was judged.</summary>
    internal DateOnly CompiledFor { get; private set; }

    /// <summary>Where the files are looked for; asked anew each time, as the folder may come later.</summary>
    internal string Folder => ContentLocation.Resolve(_options.Path);

    /// <summary>Reads the folder and, where files or day are others than before, swaps in what compiled.</summary>
    public ReloadResult Reload()
    {
        lock (_reloading)
        {
            var files = ContentFolder.Read(Folder);
            return files.Digest() == _digest && Today == CompiledFor
                ? new ReloadResult.Unchanged()
                : Take(ContentCompiler.Compile(files, Today));
        }
    }

    /// <summary>Swaps in what compiled. A file with errors keeps its last good version; only a fault in what all answers share refuses the swap.</summary>
    private ReloadResult Take(CompiledContent fresh)
    {
        var errors = fresh.Issues.Count(i => i.Level == IssueLevel.Error);
        var state = fresh.Parts.Files.Texts.Count == 0 ? ContentState.Missing : errors > 0 ? ContentState.Degraded : ContentState.Good;
        (CompiledFor, _digest) = (fresh.Day, fresh.Version);
        foreach (var issue in fresh.Issues)
        {
            _logger.Fault(issue.Level == IssueLevel.Error ? LogLevel.Error : LogLevel.Debug, issue.File, issue.Line, issue.Column, issue.Code);
        }

        if (fresh.SharedFaults.Count > 0)
        {
            Volatile.Write(ref _status, new ContentStatus(state, fresh.Issues, _time.GetUtcNow()));
            _logger.Refused(fresh.SharedFaults.Count);
            return new ReloadResult.Refused(fresh.Issues);
        }

        var snapshot = fresh.SnapshotOver(Current);
        Volatile.Write(ref _current, snapshot);
        Volatile.Write(ref _status, new ContentStatus(state, fresh.Issues, _time.GetUtcNow()));
        _logger.Swapped(snapshot.Version, snapshot.Languages.Values.Sum(l => l.Answers.Count), errors, fresh.Issues.Count - errors);
        Keep(fresh);
        Changed?.Invoke(this, EventArgs.Empty);
        return new ReloadResult.Swapped(fresh.Issues);
    }

    /// <summary>The last good copy, or the one built with the program; null where neither can be served.</summary>
    private ContentSnapshot? Spare()
    {
        foreach (var files in new[] { _lastGood?.Read(), ContentFolder.Read(ContentLocation.BesideProgram) })
        {
            if (files is { Texts.Count: > 0 } && ContentCompiler.Compile(files, Today) is { SharedFaults.Count: 0 } compiled)
            {
                return compiled.SnapshotOver(_current);
            }
        }

        return null;
    }

    private void Keep(CompiledContent fresh)
    {
        try
        {
            _lastGood?.Save(fresh, Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _logger.NotKept(e);
        }
    }
}
