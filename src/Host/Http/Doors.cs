using Orrery.Host.Admin;
using Orrery.Host.Imds;
using Orrery.Host.Stores;
using Orrery.Host.Tokens;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>What answers on the one port.</summary>
internal sealed class Doors
{
    /// <summary>The admin API.</summary>
    public required IAnswerer Admin { get; init; }

    /// <summary>The APIs of AWS.</summary>
    public required IAnswerer Aws { get; init; }

    /// <summary>What instances ask about themselves.</summary>
    public required IAnswerer Imds { get; init; }

    /// <summary>Websites of buckets.</summary>
    public required IAnswerer Sites { get; init; }

    /// <summary>Issuers of tokens.</summary>
    public required IAnswerer Issuers { get; init; }

    /// <summary>The one that a request is for.</summary>
    public IAnswerer Of(WireRequest request, WorldChoice choice)
    {
        if (IsAdmin(choice.Path)) return Admin;
        var host = request.Host;
        if (ImdsAddress.Of(choice.Path, host) is not null) return Imds;
        if (IssuerAddress.IdOf(choice.Path, host) is not null) return Issuers;
        return SiteAddress.BucketOf(host) is null ? Aws : Sites;
    }

    private static bool IsAdmin(string path) =>
        path.StartsWith("/_", StringComparison.Ordinal)
        && (path.StartsWith(AdminPaths.Prefix, StringComparison.Ordinal)
            || path.StartsWith("/_localstack/", StringComparison.Ordinal));
}
