using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Makes a key pair to use outside of KMS.</summary>
public sealed class GenerateDataKeyPair : IWriteOperation<GenerateDataKeyPairRequest, GenerateDataKeyPairResult>
{
    /// <inheritdoc/>
    public GenerateDataKeyPairResult Run(GenerateDataKeyPairRequest request, Call call)
    {
        Errors.RefuseRecipient(request.Recipient);
        AwsKeys.Awaken(call, request.KeyId!);
        var ask = new KeyAsk(request.EncryptionContext, request.GrantTokens);
        var place = Ciphers.Symmetric(call, request.KeyId!, "GenerateDataKeyPair", ask);
        var spec = DataKeys.Pair(request.KeyPairSpec!.Value);
        Errors.StopIfDry(request.DryRun);
        var secret = Materials.NewBytes(call, spec);
        return new()
        {
            PrivateKeyCiphertextBlob = Ciphers.Seal(call, place, secret, request.EncryptionContext),
            PrivateKeyPlaintext = secret,
            PublicKey = Pairs.Public(spec, secret),
            KeyId = place.Arn,
            KeyPairSpec = request.KeyPairSpec,
            KeyMaterialId = Materials.Current(call, place)?.MaterialId,
        };
    }
}
