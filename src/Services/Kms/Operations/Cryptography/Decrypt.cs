using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Decrypts what a key encrypted.</summary>
public sealed class Decrypt : IReadOperation<DecryptRequest, DecryptResult>
{
    /// <inheritdoc/>
    public DecryptResult Run(DecryptRequest request, ReadCall call)
    {
        Errors.RefuseRecipient(request.Recipient);
        if (request.DryRunModifiers is { Count: > 0 }) throw Errors.NotServed("DryRunModifiers");
        var wish = new OpenWish(request.KeyId, request.EncryptionAlgorithm, "Decrypt");
        var opened = Ciphers.Open(
            call, request.CiphertextBlob!.Value, wish, new(request.EncryptionContext, request.GrantTokens));
        Errors.StopIfDry(request.DryRun);
        return new()
        {
            KeyId = opened.Place.Arn,
            Plaintext = opened.Plaintext,
            EncryptionAlgorithm = opened.Algorithm,
            KeyMaterialId = opened.MaterialId,
        };
    }
}
