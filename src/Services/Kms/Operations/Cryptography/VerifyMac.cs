using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;
using System.Security.Cryptography;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Verifies a message authentication code.</summary>
public sealed class VerifyMac : IReadOperation<VerifyMacRequest, VerifyMacResult>
{
    /// <inheritdoc/>
    public VerifyMacResult Run(VerifyMacRequest request, ReadCall call)
    {
        var place = Ciphers.Key(
            call, request.KeyId!, "VerifyMac", KeyUsageType.GenerateVerifyMac, new(null, request.GrantTokens));
        var algorithm = SigningRules.Algorithm(place, request.MacAlgorithm!.Value);
        Errors.StopIfDry(request.DryRun);
        var mac = Macs.Of(algorithm, Materials.Secret(call, place), request.Message!.Value.Span);
        return CryptographicOperations.FixedTimeEquals(mac, request.Mac!.Value.Span)
            ? new() { KeyId = place.Arn, MacValid = true, MacAlgorithm = algorithm }
            : throw new ServiceException("KMSInvalidMacException", "The HMAC is not valid.");
    }
}
