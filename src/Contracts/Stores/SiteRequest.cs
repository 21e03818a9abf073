namespace Orrery.Contracts.Stores;

/// <summary>A request to a website.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The path without the slash before it, decoded.</param>
/// <param name="Host">The host that was asked, with its port.</param>
public sealed record SiteRequest(string Bucket, string Key, string Host);
