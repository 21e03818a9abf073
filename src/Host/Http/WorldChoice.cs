namespace Orrery.Host.Http;

/// <summary>Which world a request is for, and its path without what named the world.</summary>
/// <param name="World">The name; null for the default world; not yet checked to exist.</param>
/// <param name="Path">The path that remains, percent-encoded as it was sent.</param>
public readonly record struct WorldChoice(string? World, string Path)
{
    /// <summary>Reads the choice from a request: header, path, host, in this order.</summary>
    /// <param name="path">The path as it was sent, without the query.</param>
    /// <param name="host">The Host header.</param>
    /// <param name="header">The value of <c>x-orrery-world</c>, or null.</param>
    public static WorldChoice Of(string path, string host, string? header)
    {
        var named = FromPath(path, out var rest);
        if (!string.IsNullOrEmpty(header)) return new(header, rest);
        return new(named ?? FromHost(host), rest);
    }

    private static string? FromPath(string path, out string rest)
    {
        rest = path;
        if (!path.StartsWith(WorldNames.PathPrefix, StringComparison.Ordinal)) return null;
        var name = path.AsSpan(WorldNames.PathPrefix.Length);
        var slash = name.IndexOf('/');
        rest = slash < 0 ? "/" : name[slash..].ToString();
        return (slash < 0 ? name : name[..slash]).ToString();
    }

    private static string? FromHost(string host)
    {
        var name = host.AsSpan();
        var colon = name.LastIndexOf(':');
        if (colon >= 0) name = name[..colon];
        if (!name.EndsWith(WorldNames.HostSuffix, StringComparison.OrdinalIgnoreCase)) return null;
        name = name[..^WorldNames.HostSuffix.Length];
        var dot = name.LastIndexOf('.');
        return name[(dot + 1)..].ToString().ToLowerInvariant();
    }
}
