using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Makes a data key, of which only the ciphertext is given.</summary>
public sealed class GenerateDataKeyWithoutPlaintext
    : IWriteOperation<GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextResult>
{
    /// <inheritdoc/>
    public GenerateDataKeyWithoutPlaintextResult Run(GenerateDataKeyWithoutPlaintextRequest request, Call call)
    {
        AwsKeys.Awaken(call, request.KeyId!);
        var ask = new KeyAsk(request.EncryptionContext, request.GrantTokens);
        var place = Ciphers.Symmetric(call, request.KeyId!, "GenerateDataKeyWithoutPlaintext", ask);
        var length = DataKeys.Length(request.KeySpec, request.NumberOfBytes);
        Errors.StopIfDry(request.DryRun);
        var plaintext = Materials.Chance(call, length);
        return new()
        {
            CiphertextBlob = Ciphers.Seal(call, place, plaintext, request.EncryptionContext),
            KeyId = place.Arn,
            KeyMaterialId = Materials.Current(call, place)?.MaterialId,
        };
    }
}
