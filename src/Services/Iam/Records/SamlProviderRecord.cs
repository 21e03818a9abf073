namespace Orrery.Services.Iam.Records;

/// <summary>A SAML provider.</summary>
internal sealed record SamlProviderRecord
{
    /// <summary>Its ARN.</summary>
    public required IamKey Arn { get; init; }

    /// <summary>Its unique id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says of itself, as it was given.</summary>
    public required string Metadata { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when the metadata holds.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];
}
