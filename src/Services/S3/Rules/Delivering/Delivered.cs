using Orrery.Contracts.Keys;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Encrypting;

namespace Orrery.Services.S3.Rules.Delivering;

/// <summary>Something that S3 itself puts into a bucket.</summary>
/// <param name="Key">The key.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The media type.</param>
internal sealed record Delivered(string Key, ReadOnlyMemory<byte> Bytes, string ContentType)
{
    /// <summary>The access control list; null where the owner alone has everything.</summary>
    public AclRecord? Acl { get; init; }

    /// <summary>The service that has it encrypted; null for S3 itself.</summary>
    public KeyUser? By { get; init; }

    /// <summary>How it is to be encrypted.</summary>
    public EncryptionWish Encryption { get; init; } = new();
}
