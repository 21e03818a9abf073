using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Encrypts up to 4,096 bytes.</summary>
public sealed class Encrypt : IWriteOperation<EncryptRequest, EncryptResult>
{
    /// <inheritdoc/>
    public EncryptResult Run(EncryptRequest request, Call call)
    {
        AwsKeys.Awaken(call, request.KeyId!);
        var ask = new KeyAsk(request.EncryptionContext, request.GrantTokens);
        var place = Ciphers.Key(call, request.KeyId!, "Encrypt", KeyUsageType.EncryptDecrypt, ask);
        var algorithm = Ciphers.Algorithm(place, request.EncryptionAlgorithm);
        Errors.StopIfDry(request.DryRun);
        return new()
        {
            CiphertextBlob = Ciphers.Encrypt(call, place, algorithm, request.Plaintext!.Value, ask),
            KeyId = place.Arn,
            EncryptionAlgorithm = algorithm,
        };
    }
}
