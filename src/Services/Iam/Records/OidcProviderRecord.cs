namespace Orrery.Services.Iam.Records;

/// <summary>An OpenID Connect provider.</summary>
internal sealed record OidcProviderRecord
{
    /// <summary>Its ARN.</summary>
    public required IamKey Arn { get; init; }

    /// <summary>Where it is, without the scheme.</summary>
    public required string Url { get; init; }

    /// <summary>The audiences that its tokens may be for.</summary>
    public IReadOnlyList<string> ClientIds { get; init; } = [];

    /// <summary>The thumbprints of its certificates.</summary>
    public IReadOnlyList<string> Thumbprints { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];
}
