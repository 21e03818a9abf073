namespace Orrery.Services.Kms.Records;

/// <summary>An alias.</summary>
internal sealed record AliasRecord
{
    /// <summary>The name, <c>alias/</c> included.</summary>
    public required KmsKey Name { get; init; }

    /// <summary>The id of the key.</summary>
    public required string Target { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last pointed at a key.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
