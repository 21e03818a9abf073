namespace Orrery.Services.Iam.Records;

/// <summary>The keys of an issuer of tokens.</summary>
internal sealed record IssuerRecord
{
    /// <summary>Its address.</summary>
    public required IamKey Issuer { get; init; }

    /// <summary>The JSON Web Key Set: public keys.</summary>
    public required string KeySet { get; init; }

    /// <summary>The ids of the keys, or their kinds.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>When they were declared.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }
}
