using System.Collections.Concurrent;

namespace Outreach.Channels.Telegram;

/// <summary>Pictures and recordings, with the id Telegram gave each, so that one goes over the wire once a run.</summary>
internal sealed class TelegramMedia(IEnumerable<ChannelFiles> files)
{
    private readonly ChannelFiles? _files = files.FirstOrDefault();
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Null when there is no such file: then its text alone is sent.</summary>
    public TelegramClient.MediaFile? Find(string contentPath)
    {
        if (_files?.Invoke(contentPath) is not { } path)
        {
            return null;
        }

        var info = new FileInfo(path);
        return info.Exists ? new TelegramClient.MediaFile(path, _ids.GetValueOrDefault(Key(info))) : null;
    }

    public void Remember(TelegramClient.MediaFile file, Message sent)
    {
        var id = sent.Voice?.FileId ?? sent.Audio?.FileId ?? (sent.Photo is [.., var largest] ? largest.FileId : null);
        if (id is not null && file.KnownId is null)
        {
            _ids[Key(new FileInfo(file.Path))] = id;
        }
    }

    /// <summary>Telegram no longer knows the id: the file itself goes next time.</summary>
    public void Forget(TelegramClient.MediaFile file) => _ids.TryRemove(Key(new FileInfo(file.Path)), out _);

    /// <summary>A file that was changed is another file.</summary>
    private static string Key(FileInfo info) => $"{info.FullName}|{info.LastWriteTimeUtc.Ticks}|{(info.Exists ? info.Length : 0)}";
}
