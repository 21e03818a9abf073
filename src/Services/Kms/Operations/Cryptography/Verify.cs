using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Verifies a signature.</summary>
public sealed class Verify : IReadOperation<VerifyRequest, VerifyResult>
{
    /// <inheritdoc/>
    public VerifyResult Run(VerifyRequest request, ReadCall call)
    {
        var place = Ciphers.Key(
            call, request.KeyId!, "Verify", KeyUsageType.SignVerify, new(null, request.GrantTokens));
        var algorithm = SigningRules.Algorithm(place, request.SigningAlgorithm!.Value);
        var digest = Signatures.Digest(algorithm, request.Message!.Value, request.MessageType);
        Errors.StopIfDry(request.DryRun);
        var isRight = Signatures.Verify(
            place.Key.Spec, Materials.Secret(call, place), algorithm, digest, request.Signature!.Value.Span);
        return isRight
            ? new() { KeyId = place.Arn, SignatureValid = true, SigningAlgorithm = algorithm }
            : throw new ServiceException("KMSInvalidSignatureException", "The signature is not valid.");
    }
}
