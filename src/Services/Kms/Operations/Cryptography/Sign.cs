using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Signs a message or its digest.</summary>
public sealed class Sign : IReadOperation<SignRequest, SignResult>
{
    /// <inheritdoc/>
    public SignResult Run(SignRequest request, ReadCall call)
    {
        var place = Ciphers.Key(
            call, request.KeyId!, "Sign", KeyUsageType.SignVerify, new(null, request.GrantTokens));
        var algorithm = SigningRules.Algorithm(place, request.SigningAlgorithm!.Value);
        var digest = Signatures.Digest(algorithm, request.Message!.Value, request.MessageType);
        Errors.StopIfDry(request.DryRun);
        var signature = Signatures.Sign(place.Key.Spec, Materials.Secret(call, place), algorithm, digest);
        return new() { KeyId = place.Arn, Signature = signature, SigningAlgorithm = algorithm };
    }
}
