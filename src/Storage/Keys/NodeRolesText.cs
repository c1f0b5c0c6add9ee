namespace Outreach.Storage.Keys;

/// <summary>Reads <c>Roles</c>: <c>all</c>, or names joined by commas.</summary>
public static class NodeRolesText
{
    /// <exception cref="StorageStartException">A word in it is no role.</exception>
    public static NodeRoles Parse(string? text)
    {
        var roles = NodeRoles.None;
        foreach (var word in (text ?? "all").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles |= word.ToLowerInvariant() switch
            {
                "all" => NodeRoles.All,
                "public" => NodeRoles.Public,
                "console" => NodeRoles.Console,
                "sender" => NodeRoles.Sender,
                _ => throw new StorageStartException($"Roles: '{word}' is not one of all, public, console, sender."),
            };
        }

        return roles == NodeRoles.None ? NodeRoles.All : roles;
    }
}
