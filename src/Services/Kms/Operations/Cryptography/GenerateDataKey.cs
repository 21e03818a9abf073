using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Makes a data key.</summary>
public sealed class GenerateDataKey : IWriteOperation<GenerateDataKeyRequest, GenerateDataKeyResult>
{
    /// <inheritdoc/>
    public GenerateDataKeyResult Run(GenerateDataKeyRequest request, Call call)
    {
        Errors.RefuseRecipient(request.Recipient);
        AwsKeys.Awaken(call, request.KeyId!);
        var ask = new KeyAsk(request.EncryptionContext, request.GrantTokens);
        var place = Ciphers.Symmetric(call, request.KeyId!, "GenerateDataKey", ask);
        var length = DataKeys.Length(request.KeySpec, request.NumberOfBytes);
        Errors.StopIfDry(request.DryRun);
        var plaintext = Materials.Chance(call, length);
        return new()
        {
            CiphertextBlob = Ciphers.Seal(call, place, plaintext, request.EncryptionContext),
            Plaintext = plaintext,
            KeyId = place.Arn,
            KeyMaterialId = Materials.Current(call, place)?.MaterialId,
        };
    }
}
