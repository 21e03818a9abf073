using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>A server certificate.</summary>
internal sealed record ServerCertificateRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>Its unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The certificate, as PEM.</summary>
    public required string Body { get; init; }

    /// <summary>Its private key, as PEM: for what serves TLS with it; no operation shows it.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>The certificates that vouch for it.</summary>
    public string? Chain { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>When it expires.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];

    /// <summary>The key in its table.</summary>
    [JsonIgnore]
    public IamKey Key => IamKey.OfName(Name);
}
