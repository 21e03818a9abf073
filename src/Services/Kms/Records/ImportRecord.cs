using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Records;

/// <summary>A wrapping key for material that is to be imported. It is deleted when it runs out.</summary>
internal sealed record ImportRecord
{
    /// <summary>The import token, in hexadecimal digits.</summary>
    public required KmsKey Token { get; init; }

    /// <summary>The key that it is for.</summary>
    public required string KeyId { get; init; }

    /// <summary>How the material is wrapped.</summary>
    public required AlgorithmSpec Algorithm { get; init; }

    /// <summary>The private key, in PKCS #8.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Until when it may be used.</summary>
    public required DateTimeOffset ValidTo { get; init; }
}
