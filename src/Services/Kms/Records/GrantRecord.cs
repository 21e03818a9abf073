using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Records;

/// <summary>A grant.</summary>
internal sealed record GrantRecord
{
    /// <summary>The id: 64 hexadecimal digits.</summary>
    public required KmsKey Id { get; init; }

    /// <summary>The id of the key.</summary>
    public required string KeyId { get; init; }

    /// <summary>The token, by which it counts at once.</summary>
    public required string Token { get; init; }

    /// <summary>The name, by which making it twice makes one.</summary>
    public string? Name { get; init; }

    /// <summary>Who may.</summary>
    public required string Grantee { get; init; }

    /// <summary>Who may retire it.</summary>
    public string? Retiring { get; init; }

    /// <summary>The account that made it.</summary>
    public required string Issuer { get; init; }

    /// <summary>What may be done.</summary>
    public required IReadOnlyList<GrantOperation> Operations { get; init; }

    /// <summary>An encryption context that has to be within the request's.</summary>
    public IReadOnlyDictionary<string, string>? Subset { get; init; }

    /// <summary>An encryption context that has to be the request's.</summary>
    public IReadOnlyDictionary<string, string>? Exact { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
