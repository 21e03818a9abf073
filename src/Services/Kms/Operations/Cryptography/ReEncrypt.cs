using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Decrypts with one key and encrypts with another; nobody sees what.</summary>
public sealed class ReEncrypt : IWriteOperation<ReEncryptRequest, ReEncryptResult>
{
    /// <inheritdoc/>
    public ReEncryptResult Run(ReEncryptRequest request, Call call)
    {
        if (request.DryRunModifiers is { Count: > 0 }) throw Errors.NotServed("DryRunModifiers");
        AwsKeys.Awaken(call, request.DestinationKeyId!);
        var from = new OpenWish(request.SourceKeyId, request.SourceEncryptionAlgorithm, "ReEncryptFrom");
        var opened = Ciphers.Open(
            call, request.CiphertextBlob!.Value, from, new(request.SourceEncryptionContext, request.GrantTokens));
        var ask = new KeyAsk(request.DestinationEncryptionContext, request.GrantTokens);
        var place = Ciphers.Key(call, request.DestinationKeyId!, "ReEncryptTo", KeyUsageType.EncryptDecrypt, ask);
        var algorithm = Ciphers.Algorithm(place, request.DestinationEncryptionAlgorithm);
        Errors.StopIfDry(request.DryRun);
        return new()
        {
            CiphertextBlob = Ciphers.Encrypt(call, place, algorithm, opened.Plaintext, ask),
            SourceKeyId = opened.Place.Arn,
            KeyId = place.Arn,
            SourceEncryptionAlgorithm = opened.Algorithm,
            DestinationEncryptionAlgorithm = algorithm,
            SourceKeyMaterialId = opened.MaterialId,
            DestinationKeyMaterialId = KeySpecs.IsSymmetric(place.Key.Spec)
                ? Materials.Current(call, place)?.MaterialId : null,
        };
    }
}
