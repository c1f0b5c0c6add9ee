namespace Outreach.Channels;

/// <summary>Finds a file of the content (a picture, a recording) on the disk; null when it is not there. Bot fills it.</summary>
/// <param name="contentPath">A path relative to the content folder, with forward slashes.</param>
public delegate string? ChannelFiles(string contentPath);
