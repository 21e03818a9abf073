using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Makes a key pair to use outside of KMS, of which the private key is only given encrypted.</summary>
public sealed class GenerateDataKeyPairWithoutPlaintext
    : IWriteOperation<GenerateDataKeyPairWithoutPlaintextRequest, GenerateDataKeyPairWithoutPlaintextResult>
{
    /// <inheritdoc/>
    public GenerateDataKeyPairWithoutPlaintextResult Run(GenerateDataKeyPairWithoutPlaintextRequest request, Call call)
    {
        AwsKeys.Awaken(call, request.KeyId!);
        var ask = new KeyAsk(request.EncryptionContext, request.GrantTokens);
        var place = Ciphers.Symmetric(call, request.KeyId!, "GenerateDataKeyPairWithoutPlaintext", ask);
        var spec = DataKeys.Pair(request.KeyPairSpec!.Value);
        Errors.StopIfDry(request.DryRun);
        var secret = Materials.NewBytes(call, spec);
        return new()
        {
            PrivateKeyCiphertextBlob = Ciphers.Seal(call, place, secret, request.EncryptionContext),
            PublicKey = Pairs.Public(spec, secret),
            KeyId = place.Arn,
            KeyPairSpec = request.KeyPairSpec,
            KeyMaterialId = Materials.Current(call, place)?.MaterialId,
        };
    }
}
