namespace Orrery.Contracts.Instances;

/// <summary>A request to the metadata service of an instance.</summary>
/// <param name="InstanceId">The instance that asks.</param>
/// <param name="Method">GET, HEAD or PUT; others are refused.</param>
/// <param name="Path">For example <c>/latest/meta-data/instance-id</c>, decoded.</param>
public sealed record MetadataRequest(string InstanceId, string Method, string Path)
{
    /// <summary>The header <c>X-aws-ec2-metadata-token</c>: the session of version 2; null in version 1.</summary>
    public string? Token { get; init; }

    /// <summary>The header <c>X-aws-ec2-metadata-token-ttl-seconds</c>: how long a new token is to last.</summary>
    public string? TokenSeconds { get; init; }

    /// <summary>Whether the request came through a proxy that says so (<c>X-Forwarded-For</c>).</summary>
    public bool IsForwarded { get; init; }
}
