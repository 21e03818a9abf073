namespace Orrery.Services.SecretsManager.Records;

/// <summary>One version of a secret's value, encrypted.</summary>
internal sealed record VersionRecord
{
    /// <summary>Name and version.</summary>
    public SecretKey Id => new($"{Name}\n{VersionId}");

    /// <summary>The name of the secret.</summary>
    public required string Name { get; init; }

    /// <summary>What tells it from others of the secret.</summary>
    public required string VersionId { get; init; }

    /// <summary>The value, encrypted.</summary>
    public required byte[] Cipher { get; init; }

    /// <summary>Whether it has no value yet: a rotation made it, and its function is to fill it.</summary>
    public bool IsEmpty => Cipher.Length == 0;

    /// <summary>Whether it was given as bytes.</summary>
    public bool IsBinary { get; init; }

    /// <summary>The key that it is encrypted under.</summary>
    public required string KeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The staging labels.</summary>
    public required IReadOnlyList<string> Stages { get; init; }
}
