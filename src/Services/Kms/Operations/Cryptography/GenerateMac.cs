using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Makes a message authentication code.</summary>
public sealed class GenerateMac : IReadOperation<GenerateMacRequest, GenerateMacResult>
{
    /// <inheritdoc/>
    public GenerateMacResult Run(GenerateMacRequest request, ReadCall call)
    {
        var place = Ciphers.Key(
            call, request.KeyId!, "GenerateMac", KeyUsageType.GenerateVerifyMac, new(null, request.GrantTokens));
        var algorithm = SigningRules.Algorithm(place, request.MacAlgorithm!.Value);
        Errors.StopIfDry(request.DryRun);
        var mac = Macs.Of(algorithm, Materials.Secret(call, place), request.Message!.Value.Span);
        return new() { Mac = mac, MacAlgorithm = algorithm, KeyId = place.Arn };
    }
}
