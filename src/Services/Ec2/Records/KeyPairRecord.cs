using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>The public half of a key pair.</summary>
public sealed record KeyPairRecord
{
    /// <summary>The id.</summary>
    public required KeyPairId Id { get; init; }

    /// <summary>Its name, once in a region.</summary>
    public required string Name { get; init; }

    /// <summary>RSA or ED25519.</summary>
    public required KeyType Type { get; init; }

    /// <summary>The fingerprint in the form that AWS gives to its kind.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The public key in OpenSSH's form, with its comment.</summary>
    public required string PublicKey { get; init; }

    /// <summary>When it was made or imported.</summary>
    public required DateTimeOffset CreateTime { get; init; }
}
