using System.Net;

namespace Orrery.Host.Http;

/// <summary>
/// Keeps web pages away from the admin API, which can empty worlds. A page of another origin shows itself by its Origin
/// or Sec-Fetch-Site header. A page that made its own name point here (DNS rebinding) shows itself by its Host header:
/// such a name is one that can be registered, so only addresses, single labels and names nobody can register pass.
/// </summary>
public static class BrowserGuard
{
    /// <summary>Why a request is refused, or null when it may pass.</summary>
    /// <param name="host">The Host header.</param>
    /// <param name="origin">The Origin header, or null.</param>
    /// <param name="fetchSite">The Sec-Fetch-Site header, or null.</param>
    public static string? Refusal(string host, string? origin, string? fetchSite)
    {
        var name = NameOf(host);
        if (!IsUnregistrable(name))
            return $"The admin API does not answer under the name '{name}': use localhost or an address.";
        if (origin is not null && !IsOrigin(origin, host))
            return $"The admin API does not answer pages of {origin}.";
        return fetchSite is "cross-site" or "same-site"
            ? "The admin API does not answer pages of another origin."
            : null;
    }

    private static string NameOf(string host)
    {
        if (host.StartsWith('[')) return host[..(host.IndexOf(']', StringComparison.Ordinal) + 1)].Trim('[', ']');
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? host : host[..colon];
    }

    private static bool IsUnregistrable(string name) =>
        IPAddress.TryParse(name, out _)
        || (name.Length > 0 && !name.Contains('.', StringComparison.Ordinal))
        || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);

    private static bool IsOrigin(string origin, string host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);
}
