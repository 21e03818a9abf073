using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Shows the public half of a key.</summary>
public sealed class GetPublicKey : IReadOperation<GetPublicKeyRequest, GetPublicKeyResult>
{
    /// <inheritdoc/>
    public GetPublicKeyResult Run(GetPublicKeyRequest request, ReadCall call)
    {
        var place = Places.Of(call, request.KeyId!);
        KeyAccess.Check(call, place, "GetPublicKey", new(null, request.GrantTokens));
        var key = place.Key;
        if (!KeySpecs.IsAsymmetric(key.Spec))
            throw Errors.Unsupported($"{place.Arn} key spec {key.Spec.ToWire()} has no public key.");
        KeyStates.Usable(place);
        return new()
        {
            KeyId = place.Arn,
            PublicKey = Pairs.Public(key.Spec, Materials.Secret(call, place)),
            CustomerMasterKeySpec = CustomerMasterKeySpecWire.Parse(key.Spec.ToWire()),
            KeySpec = key.Spec,
            KeyUsage = key.Usage,
            EncryptionAlgorithms = KeySpecs.Encryption(key.Spec, key.Usage),
            SigningAlgorithms = KeySpecs.Signing(key.Spec, key.Usage),
        };
    }
}
