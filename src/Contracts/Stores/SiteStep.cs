namespace Orrery.Contracts.Stores;

/// <summary>What a website does next: it redirects, or serves an object.</summary>
public sealed record SiteStep
{
    /// <summary>The location to redirect to, or null.</summary>
    public string? Location { get; init; }

    /// <summary>The status of the redirect.</summary>
    public int Status { get; init; } = 301;

    /// <summary>The key of the object to serve, or null.</summary>
    public string? Key { get; init; }
}
